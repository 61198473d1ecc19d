package org.pingyi.intake.review;

import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** What people marked so far; it ends with the sign-off. */
@Component
class SheetDrafts {

	private static final TypeReference<Map<String, Integer>> ANSWERS = new TypeReference<>() {
	};

	private final SheetDraftRepository drafts;

	private final JsonMapper json;

	SheetDrafts(SheetDraftRepository drafts, JsonMapper json) {
		this.drafts = drafts;
		this.json = json;
	}

	/** What is marked, by number of the unit. */
	Map<Long, UnitAnswers> all(long invitation) {
		return this.drafts.findByInvitationId(invitation)
			.stream()
			.collect(Collectors.toMap(SheetDraftEntity::unit, this::answers));
	}

	/** Replaces what was marked about the unit before. */
	void save(long invitation, long unit, UnitAnswers answers, boolean complete) {
		this.drafts.save(invitation, unit, this.json.writeValueAsString(answers.answers()), answers.opinion(),
				answers.mayForward(), complete);
	}

	void delete(long invitation, long unit) {
		this.drafts.delete(invitation, unit);
	}

	void deleteAll(long invitation) {
		this.drafts.deleteAll(invitation);
	}

	private UnitAnswers answers(SheetDraftEntity draft) {
		return new UnitAnswers(this.json.readValue(draft.answers(), ANSWERS), draft.opinion(), draft.mayForward());
	}

}
