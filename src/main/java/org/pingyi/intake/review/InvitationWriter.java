package org.pingyi.intake.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.BallotForm;

/**
 * Writes invitations with their seals and links: one statement for all of them and one
 * for the units on their sheets.
 */
@Component
class InvitationWriter {

	private final InvitationRepository invitations;

	private final LinkedInvitations linked;

	private final InvitationSeals seals;

	private final RegisteredPhones phones;

	InvitationWriter(InvitationRepository invitations, LinkedInvitations linked, InvitationSeals seals,
			RegisteredPhones phones) {
		this.invitations = invitations;
		this.linked = linked;
		this.seals = seals;
		this.phones = phones;
	}

	/**
	 * Writes them in their order, all or none.
	 * @param asking what the channels ask
	 * @throws Refusal as {@link Invitations#invite}
	 */
	List<IssuedInvitation> write(long cycle, List<NewInvitation> people, List<BallotForm> asking) {
		Map<String, BallotForm> forms = asking.stream()
			.collect(Collectors.toMap((form) -> form.channel().code(), Function.identity()));
		List<Long> ids = this.invitations.numbers(people.size());
		List<InvitationEntity> rows = new ArrayList<>();
		List<IssuedInvitation> issued = new ArrayList<>();
		for (NewInvitation person : people) {
			String token = LinkSecrets.token();
			InvitationEntity row = row(ids.get(rows.size()), cycle, person, token, forms);
			this.seals.seal(row);
			rows.add(row);
			issued.add(row.issued(token));
		}
		insert(cycle, rows);
		return issued;
	}

	private InvitationEntity row(long id, long cycle, NewInvitation person, String token,
			Map<String, BallotForm> forms) {
		BallotForm form = forms.get(person.channel());
		if (form == null) {
			throw Refusal.invalid("review.noChannel", person.channel());
		}
		return new InvitationEntity(id, cycle, person.completed(form), this.phones.encrypted(person.phone()),
				this.linked.hash(token), person.markedUnits(form));
	}

	private void insert(long cycle, List<InvitationEntity> rows) {
		InvitationColumns columns = new InvitationColumns(rows);
		Set<Long> written = new TreeSet<>(this.invitations.insert(cycle, columns));
		rows.stream().filter((row) -> !written.contains(row.id())).findFirst().ifPresent((row) -> {
			throw Refusal.conflict("review.alreadyInvited", row.name(), row.organisation());
		});
		this.invitations.insertUnits(columns);
	}

}
