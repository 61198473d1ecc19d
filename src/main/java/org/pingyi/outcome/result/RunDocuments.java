package org.pingyi.outcome.result;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.audit.Sha256;
import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.result.document.OutcomeDocument;
import org.pingyi.outcome.result.document.RunJson;
import org.pingyi.outcome.result.document.StoredInputs;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Outcome;

import org.springframework.stereotype.Component;

/** What runs took in and concluded, as it was digested; early versions kept it whole. */
@Component
class RunDocuments {

	private static final Logger logger = LoggerFactory.getLogger(RunDocuments.class);

	private final RunRepository runs;

	private final ScoreRepository scores;

	private final StoredInputs inputs;

	private final OutcomeDocument outcomes;

	private final RunJson json;

	RunDocuments(RunRepository runs, ScoreRepository scores, StoredInputs inputs, OutcomeDocument outcomes,
			RunJson json) {
		this.runs = runs;
		this.scores = scores;
		this.inputs = inputs;
		this.outcomes = outcomes;
		this.json = json;
	}

	Inputs inputs(long run) {
		return this.inputs.of(run).orElseGet(() -> earlyInputs(run));
	}

	/** What was counted about a unit; of early versions, about every unit. */
	Inputs inputs(long run, String unit) {
		return this.inputs.of(run, unit).orElseGet(() -> earlyInputs(run));
	}

	private Inputs earlyInputs(long run) {
		return this.json.read(earlyInputsJson(run), Inputs.class);
	}

	private String earlyInputsJson(long run) {
		return this.runs.findInputs(run).orElseThrow(RunDocuments::unknown);
	}

	Outcome outcome(long run) {
		return this.runs.findConclusion(run)
			.map((conclusion) -> this.outcomes.read(conclusion, this.scores.findCards(run)))
			.orElseGet(() -> this.json.read(earlyOutcomeJson(run), Outcome.class));
	}

	private String earlyOutcomeJson(long run) {
		return this.runs.findOutcome(run).orElseThrow(RunDocuments::unknown);
	}

	/** Writes the JSON of a run's inputs as it was digested, in UTF-8. */
	void writeInputs(long run, OutputStream out) throws IOException {
		Optional<Inputs> stored = this.inputs.of(run);
		if (stored.isPresent()) {
			this.json.write(stored.get(), out);
		}
		else {
			out.write(earlyInputsJson(run).getBytes(StandardCharsets.UTF_8));
		}
	}

	/** Writes the JSON of a run's outcome as it was digested, in UTF-8. */
	void writeOutcome(long run, OutputStream out) throws IOException {
		Optional<String> conclusion = this.runs.findConclusion(run);
		if (conclusion.isPresent()) {
			this.outcomes.write(conclusion.get(), this.scores.findCards(run).stream(), out);
		}
		else {
			out.write(earlyOutcomeJson(run).getBytes(StandardCharsets.UTF_8));
		}
	}

	/**
	 * What a run concluded, as its digest says, which is signed with the count.
	 * @throws Refusal 409 {@code result.altered} when it was altered in the database
	 */
	Outcome genuineOutcome(Run run) {
		if (!Sha256.hex((out) -> writeOutcomeUnchecked(run.id(), out)).equals(run.outcomeDigest())) {
			logger.error("The outcome of run {} was altered in the database; it is not shown", run.id());
			throw Refusal.conflict("result.altered");
		}
		return outcome(run.id());
	}

	private void writeOutcomeUnchecked(long run, OutputStream out) {
		try {
			writeOutcome(run, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Refusal unknown() {
		return Refusal.notFound("result.noRun");
	}

}
