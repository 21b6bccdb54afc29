/** The web server: routes, sessions, encodings and errors. */
@NullMarked
package io.fairpatch.sandbox.http;

import org.jspecify.annotations.NullMarked;
