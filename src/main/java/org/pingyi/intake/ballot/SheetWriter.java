package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.pingyi.base.web.Outage;
import org.pingyi.base.web.Refusal;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes sheets in as few transactions as they allow, and knows what became of each.
 */
final class SheetWriter {

	private final BallotRows rows;

	private final TransactionTemplate transaction;

	private final Consumer<RuntimeException> onOutage;

	/**
	 * @param onOutage told when the database is away, beside the sheets that it failed
	 */
	SheetWriter(BallotRows rows, TransactionTemplate transaction, Consumer<RuntimeException> onOutage) {
		this.rows = rows;
		this.transaction = transaction;
		this.onOutage = onOutage;
	}

	/** Part of a sheet would count and part of it not. */
	private static final class Torn extends RuntimeException {

	}

	/**
	 * Commits what can go together; what cannot has its own turn right after.
	 * @param answers gets what tells each sheet what became of it, to be run when the
	 * next may write
	 */
	void commit(List<Sheet> sheets, List<Runnable> answers) {
		List<Sheet> together = new ArrayList<>();
		List<Sheet> after = new ArrayList<>();
		Set<ByteBuffer> rights = new HashSet<>();
		for (Sheet sheet : sheets) {
			boolean fits = sheet.cycle() == sheets.getFirst().cycle() && isApartFrom(rights, sheet);
			(fits ? together : after).add(sheet);
			if (fits) {
				sheet.ballots().forEach((ballot) -> rights.add(ballot.right()));
			}
		}
		commitTogether(together, answers);
		if (!after.isEmpty()) {
			commit(after, answers);
		}
	}

	private static boolean isApartFrom(Set<ByteBuffer> rights, Sheet sheet) {
		return sheet.ballots().stream().map(SignedBallot::right).noneMatch(rights::contains);
	}

	private void commitTogether(List<Sheet> sheets, List<Runnable> answers) {
		try {
			List<SignedBallot> refused = take(sheets);
			answers.add(() -> answer(sheets, refused));
		}
		catch (Torn torn) {
			apart(sheets, answers, (sheet) -> answers.add(commitAlone(sheet)));
		}
		catch (RuntimeException ex) {
			if (ex instanceof Refusal || Outage.causes(ex)) {
				answers.add(failed(sheets, ex));
			}
			else {
				apart(sheets, answers, (sheet) -> answers.add(failed(List.of(sheet), ex)));
			}
		}
	}

	/** A ballot alone is never torn, and its statement commits by itself. */
	private List<SignedBallot> take(List<Sheet> sheets) {
		boolean alone = sheets.stream().allMatch((sheet) -> sheet.ballots().size() == 1);
		return alone ? refused(sheets) : this.transaction.execute((status) -> refused(sheets));
	}

	/** Whatever is wrong with one sheet must not fall back on its neighbours. */
	private void apart(List<Sheet> sheets, List<Runnable> answers, Consumer<Sheet> last) {
		if (sheets.size() == 1) {
			last.accept(sheets.getFirst());
		}
		else {
			commitTogether(sheets.subList(0, sheets.size() / 2), answers);
			commitTogether(sheets.subList(sheets.size() / 2, sheets.size()), answers);
		}
	}

	private Runnable failed(List<Sheet> sheets, RuntimeException reason) {
		if (Outage.causes(reason)) {
			this.onOutage.accept(reason);
		}
		return () -> sheets.forEach((sheet) -> sheet.used().completeExceptionally(reason));
	}

	/** The ballots whose right was used for another form; all others are written. */
	private List<SignedBallot> refused(List<Sheet> sheets) {
		List<SignedBallot> before = this.rows
			.insert(sheets.stream().flatMap((sheet) -> sheet.ballots().stream()).toList());
		List<SignedBallot> refused = this.rows.refused(before);
		if (!refused.isEmpty() && sheets.stream().anyMatch((sheet) -> isTorn(sheet, before, refused))) {
			throw new Torn();
		}
		return refused;
	}

	private static boolean isTorn(Sheet sheet, List<SignedBallot> before, List<SignedBallot> refused) {
		return !before.containsAll(sheet.ballots()) && sheet.ballots().stream().anyMatch(refused::contains);
	}

	private static void answer(List<Sheet> sheets, List<SignedBallot> refused) {
		sheets.forEach((sheet) -> sheet.used().complete(refused.isEmpty() ? List.of() : in(sheet, refused)));
	}

	private static List<SignedBallot> in(Sheet sheet, List<SignedBallot> refused) {
		return sheet.ballots().stream().filter(refused::contains).toList();
	}

	/** A sheet that would be torn is taken back whole and told so. */
	private Runnable commitAlone(Sheet sheet) {
		try {
			List<SignedBallot> used = this.transaction.execute((status) -> {
				List<SignedBallot> refused = this.rows.refused(this.rows.insert(sheet.ballots()));
				if (!refused.isEmpty()) {
					status.setRollbackOnly();
				}
				return refused;
			});
			return () -> sheet.used().complete(used);
		}
		catch (RuntimeException ex) {
			return failed(List.of(sheet), ex);
		}
	}

}
