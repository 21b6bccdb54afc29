/** The SOAP partner API, as far as its clients need it to start. */
@NullMarked
package io.fairpatch.sandbox.soap;

import org.jspecify.annotations.NullMarked;
