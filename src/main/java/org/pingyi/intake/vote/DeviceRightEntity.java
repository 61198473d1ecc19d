package org.pingyi.intake.vote;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A right that was proved on a device, as it is stored until the year closes. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "vote_device")
class DeviceRightEntity {

	@EmbeddedId
	private Key key = new Key(0, "", "");

	protected DeviceRightEntity() {
	}

	/** Device and right are keyed hashes that stand nowhere else. */
	@Embeddable
	record Key(long cycleId, String deviceMac, String rightMac) {
	}

}
