/** How the practice run starts, part by part. */
@org.jspecify.annotations.NullMarked
package io.fairpatch.app.demo;
