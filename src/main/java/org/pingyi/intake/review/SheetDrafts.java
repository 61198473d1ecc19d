package org.pingyi.intake.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * What people marked so far, each sheet under a key that only its link holds; it ends
 * with the sign-off.
 */
@Component
class SheetDrafts {

	private final SheetDraftRepository drafts;

	SheetDrafts(SheetDraftRepository drafts) {
		this.drafts = drafts;
	}

	/** What is kept of a sheet. */
	Kept all(long invitation, SheetKey key) {
		Map<Long, UnitAnswers> answers = new HashMap<>();
		Set<Long> altered = new HashSet<>();
		for (SheetDraftEntity draft : this.drafts.findByInvitationId(invitation)) {
			key.decrypt(draft.unit(), draft.box())
				.ifPresentOrElse((plain) -> answers.put(draft.unit(), PaddedAnswers.read(plain)),
						() -> altered.add(draft.unit()));
		}
		return new Kept(answers, altered);
	}

	/** Replaces what was marked about the unit before. */
	void save(long invitation, long unit, UnitAnswers answers, boolean complete, SheetKey key) {
		this.drafts.save(invitation, unit, key.encrypt(unit, PaddedAnswers.write(answers)), complete);
	}

	void delete(long invitation, long unit) {
		this.drafts.delete(invitation, unit);
	}

	void deleteAll(long invitation) {
		this.drafts.deleteAll(invitation);
	}

	/**
	 * The drafts of one sheet, by numbers of the units.
	 *
	 * @param answers what is marked
	 * @param altered units whose draft was altered by somebody else: nothing is known of
	 * them any more
	 */
	record Kept(Map<Long, UnitAnswers> answers, Set<Long> altered) {
	}

}
