package org.pingyi.intake.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Door;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
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

	private final Schemes schemes;

	private final BallotForms forms;

	private final LinkedInvitations linked;

	private final InvitationSeals seals;

	private final RegisteredPhones phones;

	private final Audit audit;

	Invitations(InvitationRepository invitations, SheetDrafts drafts, Cycles cycles, Schemes schemes, BallotForms forms,
			LinkedInvitations linked, InvitationSeals seals, RegisteredPhones phones, Audit audit) {
		this.invitations = invitations;
		this.drafts = drafts;
		this.cycles = cycles;
		this.schemes = schemes;
		this.forms = forms;
		this.linked = linked;
		this.seals = seals;
		this.phones = phones;
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

	/** Invites all of them or nobody, as {@link #invite} does. */
	@Transactional
	public List<IssuedInvitation> inviteAll(long cycle, List<NewInvitation> people) {
		requireInviting(cycle);
		List<BallotForm> asking = this.forms.of(cycle, Door.REVIEW);
		List<IssuedInvitation> issued = people.stream().map((person) -> invite(cycle, person, asking)).toList();
		this.invitations.flush();
		issued.forEach((invitation) -> record("review.invited", invitation.id(), invitation.channel()));
		return issued;
	}

	/** What an import of this table would do; changes nothing. */
	@Transactional(readOnly = true)
	public InvitationPreview preview(long cycle, Spreadsheet sheet) {
		Cycle year = this.cycles.byId(cycle);
		Set<InvitationRepository.Person> invited = this.invitations.people(cycle);
		InvitationFile file = new InvitationFile(this.forms.of(cycle, Door.REVIEW),
				this.schemes.rules(year.schemeVersion()), (person) -> invited
					.contains(new InvitationRepository.Person(person.channel(), person.organisation(), person.name())));
		return file.read(sheet);
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

	/**
	 * The invitations that personal links, just made, belong to; unknown ones are left
	 * out.
	 */
	@Transactional(readOnly = true)
	public List<IssuedInvitation> issued(List<String> tokens) {
		Map<String, String> byHash = tokens.stream()
			.collect(Collectors.toMap(this.linked::hash, Function.identity(), (first, same) -> first,
					LinkedHashMap::new));
		Map<String, InvitationEntity> stored = this.invitations.findByTokenHashIn(byHash.keySet())
			.stream()
			.collect(Collectors.toMap(InvitationEntity::tokenHash, Function.identity()));
		return byHash.entrySet()
			.stream()
			.flatMap((token) -> Stream.ofNullable(stored.get(token.getKey()))
				.map((invitation) -> invitation.issued(token.getValue())))
			.toList();
	}

	private IssuedInvitation invite(long cycle, NewInvitation person, List<BallotForm> asking) {
		BallotForm form = asking.stream()
			.filter((candidate) -> candidate.channel().code().equals(person.channel()))
			.findFirst()
			.orElseThrow(() -> Refusal.invalid("review.noChannel", person.channel()));
		NewInvitation complete = person.completed(form);
		String token = LinkSecrets.token();
		return save(new InvitationEntity(cycle, complete, this.phones.encrypted(person.phone()),
				this.linked.hash(token), person.markedUnits(form)), person)
			.issued(token);
	}

	private InvitationEntity save(InvitationEntity invitation, NewInvitation person) {
		try {
			InvitationEntity saved = this.invitations.save(invitation);
			this.seals.seal(saved);
			return saved;
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("review.alreadyInvited", person.name(), person.organisation());
		}
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
