/** A Salesforce org on this machine, speaking the real HTTP protocol, with faults on demand. */
@NullMarked
package io.fairpatch.sandbox;

import org.jspecify.annotations.NullMarked;
