package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** A user as sign-in clients read one: by the words of Salesforce's identity URL, or by those of OpenID Connect. */
final class UserDocuments {
    private final Org org;
    private final String instanceUrl;

    /** @param instanceUrl where the client reaches the org */
    UserDocuments(Org org, String instanceUrl) {
        this.org = org;
        this.instanceUrl = instanceUrl;
    }

    /** What the identity URL answers. */
    Map<String, @Nullable Object> identity(String userId) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", id(userId));
        answer.put("asserted_user", true);
        answer.put("user_id", userId);
        answer.put("organization_id", org.orgId());
        answer.put("username", value(userId, "Username"));
        answer.put("nick_name", value(userId, "CommunityNickname"));
        answer.put("display_name", value(userId, "Name"));
        answer.put("email", value(userId, "Email"));
        answer.put("email_verified", true);
        answer.put("first_name", value(userId, "FirstName"));
        answer.put("last_name", value(userId, "LastName"));
        answer.put("timezone", value(userId, "TimeZoneSidKey"));
        answer.put("photos", photos());
        answer.put("addr_street", value(userId, "Street"));
        answer.put("addr_city", value(userId, "City"));
        answer.put("addr_state", value(userId, "State"));
        answer.put("addr_country", value(userId, "Country"));
        answer.put("addr_zip", value(userId, "PostalCode"));
        answer.put("mobile_phone", value(userId, "MobilePhone"));
        answer.put("mobile_phone_verified", false);
        answer.put("is_lightning_login_user", false);
        var status = new LinkedHashMap<String, @Nullable Object>();
        status.put("created_date", null);
        status.put("body", null);
        answer.put("status", status);
        answer.putAll(about(userId));
        answer.put("last_modified_date", value(userId, "LastModifiedDate"));
        return answer;
    }

    /** What the userinfo endpoint answers. */
    Map<String, @Nullable Object> claims(String userId) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("sub", id(userId));
        answer.put("user_id", userId);
        answer.put("organization_id", org.orgId());
        answer.put("preferred_username", value(userId, "Username"));
        answer.put("nickname", value(userId, "CommunityNickname"));
        answer.put("name", value(userId, "Name"));
        answer.put("email", value(userId, "Email"));
        answer.put("email_verified", true);
        answer.put("given_name", value(userId, "FirstName"));
        answer.put("family_name", value(userId, "LastName"));
        answer.put("zoneinfo", value(userId, "TimeZoneSidKey"));
        answer.put("photos", photos());
        answer.put("profile", instanceUrl + "/" + userId);
        answer.put("picture", photos().get("picture"));
        answer.putAll(about(userId));
        answer.put("updated_at", value(userId, "LastModifiedDate"));
        return answer;
    }

    /** What both tell in the same words. */
    private Map<String, @Nullable Object> about(String userId) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("urls", urls(userId));
        answer.put("active", value(userId, "IsActive"));
        answer.put("user_type", "STANDARD");
        answer.put("language", value(userId, "LanguageLocaleKey"));
        answer.put("locale", value(userId, "LocaleSidKey"));
        var zone = value(userId, "TimeZoneSidKey");
        answer.put("utcOffset", TimeZone.getTimeZone(String.valueOf(zone)).getRawOffset());
        answer.put("is_app_installed", true);
        return answer;
    }

    private String id(String userId) {
        return instanceUrl + "/id/" + org.orgId() + "/" + userId;
    }

    private Map<String, String> photos() {
        var photo = instanceUrl + "/profilephoto/005/";
        return Json.object("picture", photo + "F", "thumbnail", photo + "T");
    }

    private Map<String, String> urls(String userId) {
        var data = instanceUrl + "/services/data/v{version}/";
        var soap = instanceUrl + "/services/Soap/";
        var urls = new LinkedHashMap<String, String>();
        urls.put("enterprise", soap + "c/{version}/" + org.orgId());
        urls.put("metadata", soap + "m/{version}/" + org.orgId());
        urls.put("partner", soap + "u/{version}/" + org.orgId());
        urls.put("rest", data);
        urls.put("sobjects", data + "sobjects/");
        urls.put("search", data + "search/");
        urls.put("query", data + "query/");
        urls.put("recent", data + "recent/");
        urls.put("tooling_soap", soap + "T/{version}/" + org.orgId());
        urls.put("tooling_rest", data + "tooling/");
        urls.put("profile", instanceUrl + "/" + userId);
        urls.put("feeds", data + "chatter/feeds");
        urls.put("groups", data + "chatter/groups");
        urls.put("users", data + "chatter/users");
        urls.put("feed_items", data + "chatter/feed-items");
        urls.put("feed_elements", data + "chatter/feed-elements");
        urls.put("custom_domain", instanceUrl);
        return urls;
    }

    private @Nullable Object value(String userId, String name) {
        var users = org.table("User");
        var field = users.type().require(name);
        return Values.json(
                field, users.find(userId).orElseThrow(ApiException::notFound).get(field));
    }
}
