/** What all answers have in common: access, failures, caching, JSON, pages, measures. */
@NullMarked
package ikat.studio.web;

import org.jspecify.annotations.NullMarked;
