package org.pingyi.intake.vote.card;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.pingyi.base.job.JobKind;
import org.pingyi.base.job.JobOutcome;
import org.pingyi.base.job.JobRun;
import org.pingyi.base.web.Download;
import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

/** Makes a batch of codes, and writes them as a table and as cards to be printed. */
@Component
class BatchJob implements JobKind {

	static final String CODE = "vote.batch";

	private static final List<String> COLUMNS = List.of("序号", "评议码", "链接");

	private static final int AT_ONCE = 600;

	private final CodeBatches batches;

	private final Cycles cycles;

	private final PublicAddress address;

	private final MessageSource messages;

	BatchJob(CodeBatches batches, Cycles cycles, PublicAddress address, MessageSource messages) {
		this.batches = batches;
		this.cycles = cycles;
		this.address = address;
		this.messages = messages;
	}

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public String name() {
		return "vote.batch.make";
	}

	@Override
	public List<String> roles() {
		return List.of("OFFICE");
	}

	@Override
	public boolean confidential() {
		return true;
	}

	@Override
	public JobOutcome run(JobRun run) {
		BatchOrder order = BatchOrder.of(run.parameters());
		IssuedBatch made = this.batches.make(order.cycle(), order.batch(), (issued) -> write(run, order, issued));
		return JobOutcome.of("vote.batch.done", made.codes().size(), made.batch().name());
	}

	private void write(JobRun run, BatchOrder order, IssuedBatch issued) {
		try (OutputStream out = run.result("codes-" + issued.batch().id() + ".zip", Download.ZIP);
				ZipOutputStream archive = new ZipOutputStream(out)) {
			archive.putNextEntry(new ZipEntry("codes.csv"));
			writeTable(issued.codes(), archive);
			// Its pages are compressed already.
			archive.setLevel(Deflater.NO_COMPRESSION);
			archive.putNextEntry(new ZipEntry("cards.pdf"));
			writeCards(run, order, issued.codes(), archive);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void writeTable(List<String> codes, OutputStream out) throws IOException {
		out.write(Spreadsheets.csv(COLUMNS, List.of()));
		for (int from = 0; from < codes.size(); from += AT_ONCE) {
			out.write(Spreadsheets.csvRows(IntStream.range(from, Math.min(from + AT_ONCE, codes.size()))
				.mapToObj((row) -> List.<Object>of(row + 1, codes.get(row), link(codes.get(row))))
				.toList()));
		}
	}

	private void writeCards(JobRun run, BatchOrder order, List<String> codes, OutputStream out) throws IOException {
		CodeCards cards = cards(order, out);
		for (int card = 0; card < codes.size(); card++) {
			if (card % AT_ONCE == 0) {
				run.progress(card, codes.size());
			}
			cards.add(codes.get(card), link(codes.get(card)));
		}
		cards.end();
	}

	private CodeCards cards(BatchOrder order, OutputStream out) throws IOException {
		Cycle cycle = this.cycles.byId(order.cycle());
		Locale locale = Locale.forLanguageTag(order.language());
		return new CodeCards(out,
				this.messages.getMessage("vote.card.title", new Object[] { order.batch().name() }, locale),
				cycle.name(),
				List.of(this.messages.getMessage("vote.card.one", new Object[] { this.address.of("/vote") }, locale),
						this.messages.getMessage("vote.card.two", new Object[] { cycle.closesOn() }, locale)));
	}

	/**
	 * Where a code leads to. It stands behind the stroke that browsers never send, so
	 * that no log gets to see it.
	 */
	private String link(String code) {
		return this.address.of("/vote#c=" + code);
	}

}
