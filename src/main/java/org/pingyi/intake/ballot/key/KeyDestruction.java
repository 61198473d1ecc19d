package org.pingyi.intake.ballot.key;

import java.util.List;

import org.pingyi.base.audit.Decision;
import org.pingyi.base.audit.SecondPerson;

/**
 * A proposal to destroy the key of a year's rights.
 *
 * @param id which proposal it is
 * @param decision who proposed it and who decided
 * @param history when and why, oldest first; the reason is the proposal's remark
 */
public record KeyDestruction(long id, SecondPerson decision, List<Decision> history) {

}
