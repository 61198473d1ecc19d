package org.pingyi.base.unit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A file of units that was imported.
 *
 * @param id of its upload
 * @param by who confirmed it
 * @param at when
 * @param codes of the units in it
 */
public record UnitImport(UUID id, String by, Instant at, Set<String> codes) {
}
