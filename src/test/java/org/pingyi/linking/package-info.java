/**
 * An attacker who holds the database, its log, its backups, the auditor's and the
 * published files and the proxy's log after the close of a year, and who guesses which
 * sealed ballot is whose.
 */
@NullMarked
package org.pingyi.linking;

import org.jspecify.annotations.NullMarked;
