/** What all answers of the studio have in common: safety, errors, JSON, pages. */
@NullMarked
package ikat.studio.web;

import org.jspecify.annotations.NullMarked;
