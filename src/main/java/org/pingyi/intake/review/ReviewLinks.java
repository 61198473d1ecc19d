package org.pingyi.intake.review;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.vote.phone.CodeOrder;
import org.pingyi.intake.vote.phone.CodeUse;
import org.pingyi.intake.vote.phone.PhoneCodes;

import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Service;

/**
 * Personal links and the browsers that they belong to. The first browser that opens a
 * link keeps it, so that nobody who comes by the link later can open or sign the sheet; a
 * code sent to the registered phone takes it to another browser.
 */
@Service
public class ReviewLinks {

	private static final StringKeyGenerator BROWSERS = new Base64StringKeyGenerator(
			Base64.getUrlEncoder().withoutPadding(), 32);

	private final InvitationRepository invitations;

	private final LinkedInvitations linked;

	private final RegisteredPhones phones;

	private final PhoneCodes codes;

	private final BallotForms forms;

	ReviewLinks(InvitationRepository invitations, LinkedInvitations linked, RegisteredPhones phones, PhoneCodes codes,
			BallotForms forms) {
		this.invitations = invitations;
		this.linked = linked;
		this.phones = phones;
		this.codes = codes;
		this.forms = forms;
	}

	/**
	 * Opens a link in a browser, which keeps it when it is the first.
	 * @param link with what the browser kept of it before, if anything
	 * @return what the browser keeps from now on
	 * @throws OtherBrowser 403 when another browser keeps it
	 * @throws Refusal 404 {@code review.linkUnknown}, 410 {@code review.linkRevoked}, 410
	 * {@code review.signedOff}
	 */
	public SheetLink open(SheetLink link) {
		Invitation invitation = this.linked.active(link.token());
		if (kept(link)) {
			return link;
		}
		SheetLink fresh = new SheetLink(link.token(), BROWSERS.generateKey());
		if (!this.linked.bind(invitation.id(), this.linked.browserHash(fresh))) {
			throw new OtherBrowser(this.phones.of(invitation.id()).orElse(null));
		}
		return fresh;
	}

	/**
	 * Makes sure that a link is open in the browser that it belongs to.
	 * @throws Refusal 403 {@code review.notOpenedHere}
	 */
	public SheetLink require(SheetLink link) {
		if (!kept(link)) {
			throw notOpenedHere();
		}
		return link;
	}

	/** The refusal of a browser that keeps no such link. */
	public static Refusal notOpenedHere() {
		return new Refusal(HttpStatus.FORBIDDEN, "review.notOpenedHere");
	}

	/** Those of a browser's links whose sheets may still be marked. */
	public List<OpenedSheet> opened(List<SheetLink> links) {
		return links.stream().flatMap((link) -> opened(link).stream()).toList();
	}

	/**
	 * Orders a code for the registered phone of a link's person.
	 * @param held what the page holds of an earlier order, or ""
	 * @param network where the order comes from
	 * @return the order, which the page holds from now on
	 * @throws Refusal 409 {@code review.noPhone}, and as {@link #open}
	 * @throws org.pingyi.base.web.limit.TooManyRequests as {@link PhoneCodes#send}
	 */
	public CodeOrder sendCode(String token, String held, String network) {
		CodeOrder order = CodeOrder.place(CodeUse.REVIEW, phone(this.linked.active(token)), held);
		this.codes.send(order, network);
		return order;
	}

	/**
	 * Opens a link in the browser of whoever knows the code; the one before keeps it no
	 * longer. Not one transaction: a wrong try counts although it is refused.
	 * @param order token of the order that the code was sent for
	 * @throws Refusal 422 {@code review.codeWrong}, and as {@link #sendCode}
	 */
	public SheetLink openByCode(String token, String order, String code) {
		Invitation invitation = this.linked.active(token);
		if (!this.codes.confirm(new CodeOrder(CodeUse.REVIEW, phone(invitation), order), code)) {
			throw Refusal.invalid("review.codeWrong").at("digits");
		}
		SheetLink fresh = new SheetLink(token, BROWSERS.generateKey());
		this.linked.rebind(invitation.id(), this.linked.browserHash(fresh));
		return fresh;
	}

	private boolean kept(SheetLink link) {
		return !link.browser().isEmpty() && this.invitations
			.existsByTokenHashAndBrowserHash(this.linked.hash(link.token()), this.linked.browserHash(link));
	}

	private Optional<OpenedSheet> opened(SheetLink link) {
		return this.invitations.summary(this.linked.hash(link.token()))
			.map(InvitationSummary::toInvitation)
			.filter((invitation) -> invitation.active() && kept(link))
			.map((invitation) -> new OpenedSheet(link.address(), invitation.name(),
					this.forms.of(invitation.cycle(), invitation.channel()).channel().name()));
	}

	private PhoneNumber phone(Invitation invitation) {
		return this.phones.of(invitation.id()).orElseThrow(() -> Refusal.conflict("review.noPhone"));
	}

}
