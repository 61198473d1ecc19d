package org.pingyi.intake.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.servlet.http.Cookie;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.rules.scoring.Item;

import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Invited reviewers and their sheets. */
@Samples
public class ReviewSamples {

	private final Invitations invitations;

	private final ReviewSheets sheets;

	private final ReviewLinks links;

	private final SheetDrafts drafts;

	private final TransactionTemplate transactions;

	private final Map<String, SheetLink> opened = new ConcurrentHashMap<>();

	ReviewSamples(Invitations invitations, ReviewSheets sheets, ReviewLinks links, SheetDrafts drafts,
			TransactionTemplate transactions) {
		this.invitations = invitations;
		this.sheets = sheets;
		this.links = links;
		this.drafts = drafts;
		this.transactions = transactions;
	}

	/** The address of a sheet in the browser that opened its link. */
	public String address(String token) {
		return "/review/sheets/" + opened(token).address();
	}

	/** Asks as the browser that opened a link. */
	public RequestPostProcessor browser(String token) {
		SheetLink link = opened(token);
		return (request) -> {
			request.setCookies(new Cookie("review-" + link.address(), link.text()));
			return request;
		};
	}

	private SheetLink opened(String token) {
		return this.opened.computeIfAbsent(token, (secret) -> this.links.open(new SheetLink(secret, "")));
	}

	/** A leader who marks every unit. */
	public IssuedInvitation leader(long cycle) {
		return invited(cycle, "LEADER", "王主任");
	}

	/** Somebody who marks these units, all when none is named. */
	public IssuedInvitation invited(long cycle, String channel, String name, String... units) {
		return As.office(
				() -> this.invitations.invite(cycle, new NewInvitation(channel, "", name, "市人大常委会", List.of(units))));
	}

	/** Marks a unit on a sheet, every item alike. */
	public void mark(String token, String unit, int level) {
		this.sheets.save(token, unit, alike(token, level));
	}

	/** Answers to every item of a sheet, all alike. */
	public UnitAnswers alike(String token, int level) {
		Map<String, Integer> answers = this.sheets.open(token)
			.form()
			.questionnaire()
			.items()
			.stream()
			.collect(Collectors.toMap(Item::code, (item) -> level));
		return new UnitAnswers(answers, "", false);
	}

	/** Marks every unit of a sheet alike and signs it off. */
	public List<UnitReceipt> signedOff(String token, int level) {
		this.sheets.open(token).units().forEach((row) -> mark(token, row.unit().code(), level));
		return this.sheets.signOff(token, UUID.randomUUID().toString());
	}

	/** Signs a sheet off that was marked as given, by numbers of the units. */
	public List<UnitReceipt> signedOff(IssuedInvitation person, Map<Long, UnitAnswers> marked) {
		SheetKey key = SheetKey.of(person.token(), person.id());
		this.transactions.executeWithoutResult(
				(status) -> marked.forEach((unit, answers) -> this.drafts.save(person.id(), unit, answers, true, key)));
		return this.sheets.signOff(person.token(), UUID.randomUUID().toString());
	}

}
