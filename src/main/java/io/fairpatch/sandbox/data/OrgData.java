package io.fairpatch.sandbox.data;

import java.util.List;

/** A whole org as given from outside, custom fields declared for columns that are not standard. */
public record OrgData(List<CustomField> customFields, List<OrgTable> tables) {}
