package org.pingyi.intake.vote.card;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scoring.Door;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Printed codes for people without phones, meetings and posters: made by the office while
 * a year is announced or open, good until it closes. A code is shown once; only its hash
 * is kept.
 */
@Service
@Transactional
@PreAuthorize("hasRole('OFFICE')")
public class CodeBatches {

	private final CodeBatchRepository batches;

	private final PrintedCodeRepository codes;

	private final Cycles cycles;

	private final BallotForms forms;

	private final Audit audit;

	private final Pseudonyms pseudonyms;

	private final Clock clock;

	CodeBatches(CodeBatchRepository batches, PrintedCodeRepository codes, Cycles cycles, BallotForms forms, Audit audit,
			Pseudonyms pseudonyms, Clock clock) {
		this.batches = batches;
		this.codes = codes;
		this.cycles = cycles;
		this.forms = forms;
		this.audit = audit;
		this.pseudonyms = pseudonyms;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Page<CodeBatch> page(long cycle, Pageable page) {
		return this.batches.page(cycle, page);
	}

	@Transactional(readOnly = true)
	public CodeBatch byId(long id) {
		return this.batches.byId(id).orElseThrow(() -> Refusal.notFound("vote.batch.unknown"));
	}

	/** Codes of the rater classes that people at the online channel can be of. */
	@Transactional(readOnly = true)
	public List<String> raterClasses(long cycle) {
		return this.forms.of(cycle, Door.VOTE)
			.stream()
			.findFirst()
			.map((form) -> form.channel().raterClasses())
			.orElse(List.of());
	}

	/**
	 * Makes codes.
	 * @throws Refusal 409 {@code vote.batch.notNow}, 422 {@code vote.batch.count} or
	 * {@code vote.batch.noClass}
	 */
	public IssuedBatch make(long cycle, NewBatch batch) {
		require(cycle, batch);
		List<PrintedCode> codes = Stream.generate(PrintedCode::random).limit(batch.count()).toList();
		long id = this.batches.save(new CodeBatchEntity(cycle, batch, Actor.current().name(), this.clock.instant()))
			.id();
		// In the order of their hashes: the order on paper is nobody's business.
		this.codes.addAll(id, codes.stream().map(this::mac).sorted().toArray(String[]::new));
		this.audit.record("vote.batchMade", "batch:" + id, batch.count() + " " + batch.name());
		return new IssuedBatch(byId(id), codes.stream().map(PrintedCode::grouped).toList());
	}

	/**
	 * Takes back the codes of a batch that nobody has used yet.
	 * @throws Refusal 404 {@code vote.batch.unknown}, 409 {@code vote.batch.settled}
	 */
	public void withdraw(long id) {
		CodeBatch batch = byId(id);
		if (this.batches.withdraw(id, Actor.current().name(), this.clock.instant()) == 0) {
			throw Refusal.conflict("vote.batch.settled");
		}
		this.audit.record("vote.batchWithdrawn", "batch:" + id, batch.open() + " " + batch.name());
	}

	/** Those of the codes, just made, that belong to the batch; others are left out. */
	@Transactional(readOnly = true)
	public IssuedBatch issued(long id, List<String> codes) {
		Map<String, String> printed = new LinkedHashMap<>();
		codes.stream()
			.limit(NewBatch.MOST)
			.flatMap((code) -> PrintedCode.read(code).stream())
			.forEach((code) -> printed.put(mac(code), code.grouped()));
		printed.keySet().retainAll(this.codes.known(id, printed.keySet().toArray(String[]::new)));
		return new IssuedBatch(byId(id), List.copyOf(printed.values()));
	}

	private String mac(PrintedCode code) {
		return code.mac(this.pseudonyms);
	}

	private void require(long cycle, NewBatch batch) {
		Phase phase = this.cycles.byId(cycle).phase();
		if (phase != Phase.ANNOUNCED && phase != Phase.OPENED) {
			throw Refusal.conflict("vote.batch.notNow");
		}
		if (batch.count() < 1 || batch.count() > NewBatch.MOST) {
			throw Refusal.invalid("vote.batch.count", NewBatch.MOST);
		}
		if (!batch.raterClass().isEmpty() && !raterClasses(cycle).contains(batch.raterClass())) {
			throw Refusal.invalid("vote.batch.noClass", batch.raterClass());
		}
	}

}
