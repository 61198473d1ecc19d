package org.pingyi.intake.ballot;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.pingyi.storm.Until;

import static org.assertj.core.api.Assertions.assertThat;

/** One writer at a time gets all that waits; another helps when that one is held up. */
@Timeout(20)
class WaitingSheetsTests {

	private static final long LONG = 60_000;

	private static final long SHORT = 1;

	private final WaitingSheets sheets = new WaitingSheets();

	@Test
	void givesAWriterAllThatWaits() throws Exception {
		add(3);
		assertThat(this.sheets.take(LONG)).hasSize(3);
		assertThat(this.sheets.isEmpty()).isTrue();
	}

	@Test
	void givesNothingWhenNobodyCame() throws Exception {
		assertThat(this.sheets.take(SHORT)).isEmpty();
	}

	@Test
	void givesNoMoreThanOneStatementBears() throws Exception {
		add(257);
		assertThat(this.sheets.take(LONG)).hasSize(256);
		assertThat(this.sheets.isEmpty()).isFalse();
	}

	@Test
	void letsTheNextGatherForAWriterAtWork() throws Exception {
		add(1);
		this.sheets.take(LONG);
		Future<List<FilledSheet>> standby = take(LONG);
		add(2);
		assertThat(standby.isDone()).isFalse();
		this.sheets.written();
		assertThat(this.sheets.take(LONG)).hasSize(2);
	}

	@Test
	void letsAnotherWriterHelpWhenOneIsHeldUp() throws Exception {
		add(1);
		this.sheets.take(LONG);
		add(2);
		assertThat(this.sheets.take(SHORT)).hasSize(2);
	}

	@Test
	void wakesAWriterForWhoeverComes() throws Exception {
		Future<List<FilledSheet>> first = take(LONG);
		add(1);
		assertThat(first.get()).hasSize(1);
	}

	@Test
	void givesASheetBackAsLongAsNoWriterHasIt() throws Exception {
		FilledSheet sheet = sheet();
		this.sheets.add(sheet);
		assertThat(this.sheets.remove(sheet)).isTrue();
		this.sheets.add(sheet);
		this.sheets.take(LONG);
		assertThat(this.sheets.remove(sheet)).isFalse();
	}

	@Test
	void clearsWhatNobodyWillWrite() {
		add(2);
		assertThat(this.sheets.clear()).hasSize(2);
		assertThat(this.sheets.isEmpty()).isTrue();
	}

	/** A writer that waits for sheets by now. */
	private Future<List<FilledSheet>> take(long patience) {
		FutureTask<List<FilledSheet>> task = new FutureTask<>(() -> this.sheets.take(patience));
		Thread writer = Thread.ofPlatform().daemon().start(task);
		Until.holds("the writer waits", () -> writer.getState() == Thread.State.TIMED_WAITING);
		return task;
	}

	private void add(int number) {
		for (int sheet = 0; sheet < number; sheet++) {
			this.sheets.add(sheet());
		}
	}

	private static FilledSheet sheet() {
		return new FilledSheet(List.of(), new CompletableFuture<>());
	}

}
