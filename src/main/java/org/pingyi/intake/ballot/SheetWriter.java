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

	private final BallotInsert ballots;

	private final TransactionTemplate transaction;

	private final Consumer<RuntimeException> onOutage;

	/**
	 * @param onOutage told when the database is away, besides the sheets that it failed
	 */
	SheetWriter(BallotInsert ballots, TransactionTemplate transaction, Consumer<RuntimeException> onOutage) {
		this.ballots = ballots;
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
	void commit(List<FilledSheet> sheets, List<Runnable> answers) {
		List<FilledSheet> together = new ArrayList<>();
		List<FilledSheet> after = new ArrayList<>();
		Set<ByteBuffer> rights = new HashSet<>();
		for (FilledSheet sheet : sheets) {
			boolean fits = sheet.cycle() == sheets.getFirst().cycle() && isDisjoint(rights, sheet);
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

	private static boolean isDisjoint(Set<ByteBuffer> rights, FilledSheet sheet) {
		return sheet.ballots().stream().map(SignedBallot::right).noneMatch(rights::contains);
	}

	private void commitTogether(List<FilledSheet> sheets, List<Runnable> answers) {
		try {
			WriteResult result = take(sheets);
			answers.add(() -> answer(sheets, result));
		}
		catch (Torn torn) {
			separately(sheets, answers, (sheet) -> answers.add(commitAlone(sheet)));
		}
		catch (RuntimeException ex) {
			if (ex instanceof Refusal || Outage.causes(ex)) {
				answers.add(failed(sheets, ex));
			}
			else {
				separately(sheets, answers, (sheet) -> answers.add(failed(List.of(sheet), ex)));
			}
		}
	}

	/** A ballot alone is never torn, and its statement commits by itself. */
	private WriteResult take(List<FilledSheet> sheets) {
		boolean alone = sheets.stream().allMatch((sheet) -> sheet.ballots().size() == 1);
		return alone ? write(sheets) : this.transaction.execute((status) -> write(sheets));
	}

	/** Whatever is wrong with one sheet must not fall back on its neighbours. */
	private void separately(List<FilledSheet> sheets, List<Runnable> answers, Consumer<FilledSheet> last) {
		if (sheets.size() == 1) {
			last.accept(sheets.getFirst());
		}
		else {
			commitTogether(sheets.subList(0, sheets.size() / 2), answers);
			commitTogether(sheets.subList(sheets.size() / 2, sheets.size()), answers);
		}
	}

	private Runnable failed(List<FilledSheet> sheets, RuntimeException reason) {
		if (Outage.causes(reason)) {
			this.onOutage.accept(reason);
		}
		return () -> sheets.forEach((sheet) -> sheet.result().completeExceptionally(reason));
	}

	private WriteResult write(List<FilledSheet> sheets) {
		WriteResult result = this.ballots.write(sheets.stream().flatMap((sheet) -> sheet.ballots().stream()).toList());
		if (!result.refused().isEmpty() && sheets.stream().anyMatch((sheet) -> isTorn(sheet, result))) {
			throw new Torn();
		}
		return result;
	}

	private static boolean isTorn(FilledSheet sheet, WriteResult result) {
		return !result.before().containsAll(sheet.ballots())
				&& sheet.ballots().stream().anyMatch(result.refused()::contains);
	}

	private static void answer(List<FilledSheet> sheets, WriteResult result) {
		sheets.forEach((sheet) -> sheet.result().complete(result.among(sheet.ballots())));
	}

	/** A sheet that would be torn is taken back whole and told so. */
	private Runnable commitAlone(FilledSheet sheet) {
		try {
			WriteResult result = this.transaction.execute((status) -> {
				WriteResult tried = this.ballots.write(sheet.ballots());
				if (!tried.refused().isEmpty()) {
					status.setRollbackOnly();
				}
				return tried;
			});
			return () -> sheet.result().complete(result);
		}
		catch (RuntimeException ex) {
			return failed(List.of(sheet), ex);
		}
	}

}
