/**
 * What Ikat can do, as calls: engines, and failures as sentences. Knows no terminal and no HTTP.
 */
@NullMarked
package ikat.service;

import org.jspecify.annotations.NullMarked;
