package org.pingyi.intake.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scoring.Door;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal invitations to mark units: made by the office while a cycle is announced or
 * open. The office sees how far people are, never what they marked.
 */
@Service
@PreAuthorize("hasRole('OFFICE')")
public class Invitations {

	private final InvitationRepository invitations;

	private final SheetDrafts drafts;

	private final Cycles cycles;

	private final BallotForms forms;

	private final LinkedInvitations linked;

	private final InvitationSeals seals;

	private final InvitationWriter writer;

	private final Audit audit;

	Invitations(InvitationRepository invitations, SheetDrafts drafts, Cycles cycles, BallotForms forms,
			LinkedInvitations linked, InvitationSeals seals, InvitationWriter writer, Audit audit) {
		this.invitations = invitations;
		this.drafts = drafts;
		this.cycles = cycles;
		this.forms = forms;
		this.linked = linked;
		this.seals = seals;
		this.writer = writer;
		this.audit = audit;
	}

	/** A page of the invitations of a cycle; channel "" for all of them. */
	@Transactional(readOnly = true)
	public Page<Invitation> page(long cycle, String channel, Pageable page) {
		Page<Long> ids = this.invitations.page(cycle, channel, page);
		List<Invitation> shown = this.invitations.summaries(ids.getContent())
			.stream()
			.map(InvitationSummary::toInvitation)
			.toList();
		return new PageImpl<>(shown, page, ids.getTotalElements());
	}

	/** How far the people of each channel are that has any. */
	@Transactional(readOnly = true)
	public List<ChannelProgress> progress(long cycle) {
		return this.invitations.progress(cycle);
	}

	/**
	 * Invites one person.
	 * @throws Refusal 409 {@code review.alreadyInvited} or {@code review.notNow}, 422
	 * when the channel, the rater class or a unit does not fit
	 */
	@Transactional
	public IssuedInvitation invite(long cycle, NewInvitation person) {
		return inviteAll(cycle, List.of(person)).getFirst();
	}

	/** Invites all of them or nobody, as {@link #invite} does; each is in the trail. */
	@Transactional
	public List<IssuedInvitation> inviteAll(long cycle, List<NewInvitation> people) {
		List<IssuedInvitation> issued = inviteSome(cycle, people);
		issued.forEach((invitation) -> record("review.invited", invitation.id(), invitation.channel()));
		return issued;
	}

	/** Invites some people of a list, which is in the trail as a whole, or nobody. */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<IssuedInvitation> inviteSome(long cycle, List<NewInvitation> people) {
		requireInviting(cycle);
		return this.writer.write(cycle, people, this.forms.of(cycle, Door.REVIEW));
	}

	/** Enters a list whose people were invited in the trail. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void recordList(long cycle, int people, UUID list) {
		this.audit.record("review.listInvited", "cycle:" + this.cycles.byId(cycle).code(), people + " list:" + list);
	}

	/** Tells who is invited already. */
	@Transactional(readOnly = true)
	public Predicate<NewInvitation> invited(long cycle) {
		Set<InvitationRepository.Person> invited = this.invitations.people(cycle);
		return (person) -> invited
			.contains(new InvitationRepository.Person(person.channel(), person.organisation(), person.name()));
	}

	/**
	 * Makes a new personal link; the old one dies, and with it what was marked, which
	 * nobody can read without it.
	 * @throws Refusal 410 {@code review.invitationAltered} for one to be withdrawn
	 * instead
	 */
	@Transactional
	public IssuedInvitation renew(long id) {
		Invitation invitation = requireActive(id);
		requireInviting(invitation.cycle());
		String token = LinkSecrets.token();
		this.drafts.deleteAll(id);
		this.seals.require(id);
		this.seals.change(id, (stored) -> stored.renew(this.linked.hash(token)));
		record("review.renewed", id, invitation.channel());
		return new IssuedInvitation(id, invitation.name(), invitation.organisation(), invitation.channel(), token);
	}

	/**
	 * Lets a link be opened in another browser; what was marked stays.
	 * @throws Refusal 410 {@code review.invitationAltered}
	 */
	@Transactional
	public void release(long id) {
		Invitation invitation = requireActive(id);
		this.seals.require(id);
		this.seals.change(id, InvitationEntity::release);
		record("review.released", id, invitation.channel());
	}

	/** Takes an invitation back; what was marked under it is deleted and never counts. */
	@Transactional
	public void revoke(long id) {
		Invitation invitation = requireActive(id);
		requireInviting(invitation.cycle());
		this.drafts.deleteAll(id);
		this.seals.look(id);
		this.seals.change(id, InvitationEntity::revoke);
		record("review.revoked", id, invitation.channel());
	}

	/** Until the transaction ends; how many were asked is signed at the close. */
	private void requireInviting(long cycle) {
		Phase phase = this.cycles.hold(cycle).phase();
		if (phase != Phase.ANNOUNCED && phase != Phase.OPENED) {
			throw Refusal.conflict("review.notNow");
		}
	}

	private Invitation requireActive(long id) {
		Invitation known = found(id);
		this.invitations.lock(known.id());
		Invitation invitation = found(id);
		if (!invitation.active()) {
			throw Refusal.conflict("review.settled");
		}
		return invitation;
	}

	private Invitation found(long id) {
		return this.invitations.summary(id)
			.map(InvitationSummary::toInvitation)
			.orElseThrow(() -> Refusal.notFound("review.unknown"));
	}

	private void record(String act, long invitation, String channel) {
		this.audit.record(act, "invitation:" + invitation, channel);
	}

}
