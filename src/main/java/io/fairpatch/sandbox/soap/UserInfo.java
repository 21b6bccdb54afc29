package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What getUserInfo tells. The elements come in the order of the WSDL: its readers insist on it. */
final class UserInfo {
    private static final int SESSION_SECONDS = 7200;
    private static final int MOST_ATTACHMENT_BYTES = 5_242_880;

    private final Org org;

    UserInfo(Org org) {
        this.org = org;
    }

    Map<String, @Nullable Object> of(String userId) {
        var users = org.table("User");
        var user = users.find(userId).orElseThrow(ApiException::notFound);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("accessibilityMode", false);
        answer.put("chatterExternal", false);
        answer.put("currencySymbol", "$");
        answer.put("orgAttachmentFileSizeLimit", MOST_ATTACHMENT_BYTES);
        answer.put("orgDefaultCurrencyIsoCode", "USD");
        answer.put("orgDefaultCurrencyLocale", "en_US");
        answer.put("orgDisallowHtmlAttachments", false);
        answer.put("orgHasPersonAccounts", false);
        answer.put("organizationId", org.orgId());
        answer.put("organizationMultiCurrency", false);
        answer.put("organizationName", text(org.table("Organization"), org.orgId(), "Name"));
        answer.put("profileId", value(users, user, "ProfileId"));
        answer.put("roleId", value(users, user, "UserRoleId"));
        answer.put("sessionSecondsValid", SESSION_SECONDS);
        answer.put("userDefaultCurrencyIsoCode", null);
        answer.put("userEmail", value(users, user, "Email"));
        answer.put("userFullName", value(users, user, "Name"));
        answer.put("userId", userId);
        answer.put("userLanguage", value(users, user, "LanguageLocaleKey"));
        answer.put("userLocale", value(users, user, "LocaleSidKey"));
        answer.put("userName", value(users, user, "Username"));
        answer.put("userTimeZone", value(users, user, "TimeZoneSidKey"));
        answer.put("userType", "Standard");
        answer.put("userUiSkin", "Theme3");
        return answer;
    }

    private static @Nullable Object value(Table table, Row row, String name) {
        return row.get(table.type().require(name));
    }

    private static String text(Table table, String id, String name) {
        return table.find(id).map(row -> row.text(table.type().require(name))).orElse("");
    }
}
