package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.Request;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which version of the WSDL was the first to have an element. Salesforce's Java clients, Data Loader among them, cannot
 * read an answer with an element that the WSDL they were made from has not.
 */
final class WsdlAge {
    /**
     * What came later than version 31, or is in answers of REST alone (99); where a name means several things, after
     * that of the element around it.
     */
    private static final String LATER =
            """
            34 actionOverrides encrypted highScaleNumber referenceTargetField junctionReferenceTo
            36 mruEnabled networkScopeFieldName supportedScopes aggregatable recordTypeInfos.master
            38 hasSubtypes sobjects.mruEnabled compoundFieldName junctionIdListNames orgDefaultCurrencyLocale
            40 isSubtype polymorphicForeignKey searchPrefilterable chatterExternal
            41 recordTypeInfos.active
            43 recordTypeInfos.developerName aiPredictionField formulaTreatNullNumberAsZero
            48 deepCloneable isInterface defaultImplementation implementedBy implementsInterfaces
            50 extendedBy extendsInterfaces associateEntityType associateParentEntity
            99 layoutComponents.details
            """;

    private static final Map<String, Integer> SINCE = LATER.lines()
            .map(line -> line.split(" "))
            .flatMap(words -> Arrays.stream(words).skip(1).map(name -> Map.entry(name, Integer.valueOf(words[0]))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private WsdlAge() {}

    /** As much of an answer as the WSDL has of the version that was asked. */
    static Map<String, @Nullable Object> known(Request request, Map<String, ? extends @Nullable Object> answer) {
        return known("", request, answer);
    }

    /** @param around the element that the answer, or this part of it, stands in */
    static Map<String, @Nullable Object> known(
            String around, Request request, Map<String, ? extends @Nullable Object> answer) {
        return known(around, Double.parseDouble(request.part("version")), answer);
    }

    private static Map<String, @Nullable Object> known(
            String around, double version, Map<String, ? extends @Nullable Object> answer) {
        var known = new LinkedHashMap<String, @Nullable Object>();
        answer.forEach((name, value) -> {
            int since = Math.max(SINCE.getOrDefault(name, 0), SINCE.getOrDefault(around + "." + name, 0));
            if (since <= version) {
                known.put(name, known(name, version, value));
            }
        });
        return known;
    }

    private static @Nullable Object known(String name, double version, @Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(each -> known(name, version, each)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var named = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, each) -> named.put(String.valueOf(key), each));
            return known(name, version, named);
        }
        return value;
    }
}
