package org.pingyi.outcome.result.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.pingyi.rules.scoring.Inputs;

import org.springframework.stereotype.Component;

/**
 * Keeps what was counted in a run unit by unit, so that who asks for one unit reads one
 * row; all lists of {@link Inputs} are sorted by unit first, so the rows come to the same
 * lists again.
 */
@Component
public class StoredInputs {

	private final InputsRepository repository;

	private final RunJson json;

	StoredInputs(InputsRepository repository, RunJson json) {
		this.repository = repository;
		this.json = json;
	}

	/** Keeps what was counted in a run, sorted by unit. */
	public void append(long run, Inputs inputs) {
		Map<String, Inputs> units = byUnit(inputs);
		this.repository.saveAllAndFlush(
				units.entrySet().stream().map((unit) -> entity(run, unit.getKey(), unit.getValue())).toList());
	}

	private static Map<String, Inputs> byUnit(Inputs inputs) {
		Map<String, Inputs> units = new TreeMap<>();
		spread(units, inputs.subjects(), Inputs.Subject::unit, Inputs::subjects);
		spread(units, inputs.tallies(), Inputs.Tally::unit, Inputs::tallies);
		spread(units, inputs.issued(), Inputs.Issued::unit, Inputs::issued);
		spread(units, inputs.events(), Inputs.Event::unit, Inputs::events);
		spread(units, inputs.figures(), Inputs.Figure::unit, Inputs::figures);
		spread(units, inputs.memories(), Inputs.Memory::unit, Inputs::memories);
		spread(units, inputs.apart(), Inputs.Exclusion::unit, Inputs::apart);
		return units;
	}

	private static <T> void spread(Map<String, Inputs> units, List<T> all, Function<T, String> unit,
			Function<Inputs, List<T>> list) {
		all.forEach((one) -> list.apply(units.computeIfAbsent(unit.apply(one), (code) -> empty())).add(one));
	}

	private static Inputs empty() {
		return new Inputs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>(), new ArrayList<>());
	}

	private InputsEntity entity(long run, String unit, Inputs inputs) {
		Inputs others = new Inputs(inputs.subjects(), List.of(), inputs.issued(), inputs.events(), inputs.figures(),
				inputs.memories(), inputs.apart());
		return new InputsEntity(run, unit, this.json.write(others), PackedBars.write(inputs.tallies()));
	}

	/** What was counted in a run, sorted by unit; nothing for a run of early versions. */
	public Optional<Inputs> of(long run) {
		List<InputsEntity> units = this.repository.findByRun(run);
		return units.isEmpty() ? Optional.empty() : Optional
			.of(joined(units.stream().sorted(Comparator.comparing(InputsEntity::unit)).map(this::inputs).toList()));
	}

	/** What was counted about one unit in a run. */
	public Optional<Inputs> of(long run, String unit) {
		return this.repository.findByRunAndUnit(run, unit).map(this::inputs);
	}

	private Inputs inputs(InputsEntity unit) {
		Inputs others = this.json.read(unit.inputs(), Inputs.class);
		return new Inputs(others.subjects().stream().map(StoredInputs::sorted).toList(),
				PackedBars.read(unit.unit(), unit.bars()), others.issued(), others.events(), others.figures(),
				others.memories(), others.apart());
	}

	/** JSON knows no order in a set, and its digest does. */
	private static Inputs.Subject sorted(Inputs.Subject subject) {
		return new Inputs.Subject(subject.unit(), subject.group(), new TreeSet<>(subject.traits()));
	}

	private static Inputs joined(List<Inputs> units) {
		return new Inputs(all(units, Inputs::subjects), all(units, Inputs::tallies), all(units, Inputs::issued),
				all(units, Inputs::events), all(units, Inputs::figures), all(units, Inputs::memories),
				all(units, Inputs::apart));
	}

	private static <T> List<T> all(List<Inputs> units, Function<Inputs, List<T>> list) {
		return units.stream().map(list).flatMap(Collection::stream).toList();
	}

}
