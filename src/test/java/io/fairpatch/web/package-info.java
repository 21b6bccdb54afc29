@NullMarked
package io.fairpatch.web;

import org.jspecify.annotations.NullMarked;
