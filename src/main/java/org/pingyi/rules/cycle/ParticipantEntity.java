package org.pingyi.rules.cycle;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.springframework.data.domain.Persistable;

/** A unit as it was on the day of the announcement, as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@IdClass(ParticipantEntity.Key.class)
@Table(name = "cycle_participant")
class ParticipantEntity implements Persistable<ParticipantEntity.Key> {

	private static final String SEPARATOR = ",";

	@Id
	private long cycleId;

	@Id
	private long unitId;

	private int position;

	private String code = "";

	private String name = "";

	private String shortName = "";

	private String groupCode = "";

	private String groupName = "";

	private String traits = "";

	protected ParticipantEntity() {
	}

	/**
	 * @param position its place by group and name, from 0
	 */
	ParticipantEntity(long cycle, int position, Participant unit) {
		this.cycleId = cycle;
		this.unitId = unit.unit();
		this.position = position;
		this.code = unit.code();
		this.name = unit.name();
		this.shortName = unit.shortName();
		this.groupCode = unit.group();
		this.groupName = unit.groupName();
		this.traits = String.join(SEPARATOR, unit.traits());
	}

	@Override
	public Key getId() {
		return new Key(this.cycleId, this.unitId);
	}

	/** Participants are fixed once. */
	@Override
	public boolean isNew() {
		return true;
	}

	Participant toParticipant() {
		return new Participant(this.unitId, this.code, this.name, this.shortName, this.groupCode, this.groupName,
				traits());
	}

	private Set<String> traits() {
		return Arrays.stream(this.traits.split(SEPARATOR))
			.filter((trait) -> !trait.isEmpty())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** One unit in one cycle. */
	record Key(long cycleId, long unitId) implements Serializable {
	}

}
