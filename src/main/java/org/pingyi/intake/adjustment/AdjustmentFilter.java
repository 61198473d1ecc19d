package org.pingyi.intake.adjustment;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.ProposalState;

import org.springframework.data.jpa.domain.Specification;

/**
 * Which adjustments of a cycle to list; null means any.
 *
 * @param unit number of a unit
 */
public record AdjustmentFilter(@Nullable Kind kind, @Nullable ProposalState state, @Nullable Long unit) {

	Specification<AdjustmentEntity> in(long cycle) {
		return Specification.allOf(equal("cycleId", cycle), equal("kind", this.kind), equal("unitId", this.unit),
				(row, query, criteria) -> (this.state != null)
						? criteria.equal(row.get("persons").get("state"), this.state) : null);
	}

	private static Specification<AdjustmentEntity> equal(String column, @Nullable Object value) {
		return (row, query, criteria) -> (value != null) ? criteria.equal(row.get(column), value) : null;
	}

}
