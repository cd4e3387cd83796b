/** Finding text in a million events: an index beside the database, which says where it may be. The only room that knows Lucene. */
@NullMarked
package dev.hookglass.search;

import org.jspecify.annotations.NullMarked;
