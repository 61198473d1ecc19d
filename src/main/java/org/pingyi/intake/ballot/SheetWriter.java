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
 * Writes sheets in as few transactions as they allow, and tells each what became of it.
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

	/** Commits what can go together; what cannot has its own turn right after. */
	void commit(List<Sheet> sheets) {
		List<Sheet> together = new ArrayList<>();
		List<Sheet> after = new ArrayList<>();
		Set<ByteBuffer> rights = new HashSet<>();
		for (Sheet sheet : sheets) {
			List<ByteBuffer> own = sheet.ballots().stream().map(SignedBallot::right).toList();
			boolean fits = sheet.cycle() == sheets.getFirst().cycle() && own.stream().noneMatch(rights::contains);
			(fits ? together : after).add(sheet);
			rights.addAll(fits ? own : List.of());
		}
		commitTogether(together);
		if (!after.isEmpty()) {
			commit(after);
		}
	}

	private void commitTogether(List<Sheet> sheets) {
		try {
			answer(sheets, take(sheets));
		}
		catch (Torn torn) {
			apart(sheets, this::commitAlone);
		}
		catch (RuntimeException ex) {
			if (ex instanceof Refusal || Outage.causes(ex)) {
				fail(sheets, ex);
			}
			else {
				apart(sheets, (sheet) -> fail(List.of(sheet), ex));
			}
		}
	}

	/** A ballot alone is never torn, and its statement commits by itself. */
	private List<SignedBallot> take(List<Sheet> sheets) {
		boolean alone = sheets.stream().allMatch((sheet) -> sheet.ballots().size() == 1);
		return alone ? untaken(sheets) : this.transaction.execute((status) -> untaken(sheets));
	}

	/** Whatever is wrong with one sheet must not fall back on its neighbours. */
	private void apart(List<Sheet> sheets, Consumer<Sheet> last) {
		if (sheets.size() == 1) {
			last.accept(sheets.getFirst());
		}
		else {
			commitTogether(sheets.subList(0, sheets.size() / 2));
			commitTogether(sheets.subList(sheets.size() / 2, sheets.size()));
		}
	}

	private void fail(List<Sheet> sheets, RuntimeException reason) {
		sheets.forEach((sheet) -> sheet.used().completeExceptionally(reason));
		if (Outage.causes(reason)) {
			this.onOutage.accept(reason);
		}
	}

	private List<SignedBallot> untaken(List<Sheet> sheets) {
		List<SignedBallot> all = sheets.stream().flatMap((sheet) -> sheet.ballots().stream()).toList();
		Set<ByteBuffer> taken = this.rows.insert(all);
		List<SignedBallot> untaken = this.rows.untaken(all, taken);
		for (Sheet sheet : sheets) {
			boolean some = sheet.ballots().stream().anyMatch((ballot) -> taken.contains(ballot.right()));
			if (some && sheet.ballots().stream().anyMatch(untaken::contains)) {
				throw new Torn();
			}
		}
		return untaken;
	}

	private static void answer(List<Sheet> sheets, List<SignedBallot> untaken) {
		sheets.forEach((sheet) -> sheet.used().complete(untaken.isEmpty() ? List.of() : in(sheet, untaken)));
	}

	private static List<SignedBallot> in(Sheet sheet, List<SignedBallot> untaken) {
		return sheet.ballots().stream().filter(untaken::contains).toList();
	}

	/** A sheet that would be torn is taken back whole and told so. */
	private void commitAlone(Sheet sheet) {
		try {
			sheet.used().complete(this.transaction.execute((status) -> {
				List<SignedBallot> used = this.rows.untaken(sheet.ballots(), this.rows.insert(sheet.ballots()));
				if (!used.isEmpty()) {
					status.setRollbackOnly();
				}
				return used;
			}));
		}
		catch (RuntimeException ex) {
			fail(List.of(sheet), ex);
		}
	}

}
