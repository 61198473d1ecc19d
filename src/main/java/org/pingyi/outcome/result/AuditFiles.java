package org.pingyi.outcome.result;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.OutgoingFile;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.ConsistencyReports;
import org.pingyi.outcome.result.disclosure.Disclosure;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Rules;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a year out as files, so that its count can be checked without trusting this
 * server: everything to auditors once it is closed, what exposes nobody to everybody once
 * it is published.
 */
@Service
public class AuditFiles {

	private final Cycles cycles;

	private final Schemes schemes;

	private final Ballots ballots;

	private final ConsistencyReports balances;

	private final RunFiles runs;

	private final Audit audit;

	private final TransactionTemplate snapshot;

	AuditFiles(Cycles cycles, Schemes schemes, Ballots ballots, ConsistencyReports balances, RunFiles runs, Audit audit,
			PlatformTransactionManager transactions) {
		this.cycles = cycles;
		this.schemes = schemes;
		this.ballots = ballots;
		this.balances = balances;
		this.runs = runs;
		this.audit = audit;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	/** The years that an auditor may take, newest first. */
	@PreAuthorize("hasRole('AUDITOR')")
	@Transactional(readOnly = true)
	public List<Cycle> cycles() {
		return this.cycles.all().stream().filter((cycle) -> cycle.phase().reached(Phase.CLOSED)).toList();
	}

	/**
	 * Everything about a closed year as one ZIP; that it was taken is in the trail.
	 * @throws Refusal 409 {@code cycle.embargo} before the close
	 */
	@PreAuthorize("hasRole('AUDITOR')")
	@Transactional
	public OutgoingFile take(long cycle) {
		Cycle closed = this.cycles.requireClosed(cycle);
		this.audit.record("result.filesTaken", "cycle:" + closed.code(), "");
		return zip(closed, "audit",
				() -> Stream.of(this.runs.ofAuditor(closed), this.ballots.auditFiles(cycle))
					.flatMap(List::stream)
					.toList());
	}

	/**
	 * What exposes nobody about a published year, as one ZIP.
	 * @throws Refusal 404 {@code result.notPublished} before
	 */
	@Transactional(readOnly = true)
	public OutgoingFile published(long cycle) {
		Cycle published = requirePublished(cycle);
		Rules rules = this.schemes.rules(published.schemeVersion());
		ToLongFunction<String> fewest = (channel) -> Disclosure.fewest(rules, channel);
		return zip(published, "published",
				() -> Stream.of(this.runs.published(published, fewest), this.ballots.publishedFiles(cycle, fewest))
					.flatMap(List::stream)
					.toList());
	}

	/**
	 * What was counted where in a published year.
	 * @throws Refusal 404 {@code result.notPublished} before
	 */
	@Transactional(readOnly = true)
	public Recount recount(long cycle) {
		Cycle published = requirePublished(cycle);
		return new Recount(published, this.balances.of(published), this.ballots.checkpoints(cycle),
				this.ballots.publicKey());
	}

	private Cycle requirePublished(long cycle) {
		Cycle published = this.cycles.byId(cycle);
		if (published.phase() != Phase.PUBLISHED) {
			throw Refusal.notFound("result.notPublished", published.name());
		}
		return published;
	}

	/** All files from one and the same state of the database. */
	private OutgoingFile zip(Cycle cycle, String set, Supplier<List<OutgoingFile>> files) {
		OutgoingFile zip = OutgoingFile.zip("pingyi-" + cycle.code() + "-" + set + ".zip", files);
		return new OutgoingFile(zip.name(), (out) -> this.snapshot.executeWithoutResult((status) -> write(zip, out)));
	}

	private static void write(OutgoingFile file, java.io.OutputStream out) {
		try {
			file.content().writeTo(out);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
