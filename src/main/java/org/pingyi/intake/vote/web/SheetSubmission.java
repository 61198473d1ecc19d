package org.pingyi.intake.vote.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.pingyi.base.web.ClientAddress;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Accepted;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Receipt;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.vote.BallotSignals;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.card.PrintedCodes;

import org.springframework.stereotype.Component;

/** Hands the sheets of one person to the store. */
@Component
class SheetSubmission {

	static final int MOST_UNITS = 20;

	private final Ballots ballots;

	private final PrintedCodes printed;

	private final BallotSignals signals;

	private final ClientAddress addresses;

	SheetSubmission(Ballots ballots, PrintedCodes printed, BallotSignals signals, ClientAddress addresses) {
		this.signals = signals;
		this.addresses = addresses;
		this.ballots = ballots;
		this.printed = printed;
	}

	/** A unit and the receipt for its ballot. */
	record Received(String unit, String code) {
	}

	/**
	 * Takes all sheets in or none.
	 * @throws Refusal 422 for no unit or too many; whatever the store refuses
	 */
	List<Received> submit(VotePass pass, VoteForm vote, List<UnitForm> sheets, HttpServletRequest request) {
		if (sheets.isEmpty() || sheets.size() > MOST_UNITS) {
			throw Refusal.invalid("vote.choice.none");
		}
		// A printed code may be for one class of raters; it is not for its holder to
		// choose.
		String raters = this.printed.raterClass(pass.right()).orElse(vote.raters());
		Map<Long, Map<String, Integer>> answers = UnitForm.answers(sheets);
		Map<Long, Integer> found = this.signals.of(pass, this.addresses.of(request), answers);
		List<Submission> submissions = sheets.stream().map((sheet) -> {
			long unit = sheet.unit().unit();
			return sheet.submission(pass.cycle(), pass.right(), vote.key(), raters(raters, sheet),
					answers.getOrDefault(unit, Map.of()), found.getOrDefault(unit, pass.signals()));
		}).toList();
		Accepted accepted = this.ballots.take(submissions);
		this.signals.count(pass.cycle(), accepted.fresh());
		return received(sheets, accepted.receipts());
	}

	private static String raters(String chosen, UnitForm sheet) {
		return chosen.isEmpty() ? sheet.form().channel().raterClasses().getFirst() : chosen;
	}

	private static List<Received> received(List<UnitForm> sheets, List<Receipt> receipts) {
		List<Received> received = new ArrayList<>();
		for (int place = 0; place < sheets.size(); place++) {
			received.add(new Received(sheets.get(place).unit().name(), receipts.get(place).code()));
		}
		return received;
	}

}
