/** What can be counted, compared and sorted of all stored events, in memory: some thirty bytes of each. */
@NullMarked
package dev.hookglass.ledger;

import org.jspecify.annotations.NullMarked;
