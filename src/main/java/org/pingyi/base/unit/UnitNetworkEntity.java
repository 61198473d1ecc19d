package org.pingyi.base.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A network that a unit uses, as it is stored. */
@Entity
@Table(name = "unit_network")
class UnitNetworkEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long unitId;

	@Column(columnDefinition = "cidr")
	@ColumnTransformer(read = "cast(network as text)", write = "cast(? as cidr)")
	private String network = "";

	private byte @Nullable [] seal;

	protected UnitNetworkEntity() {
	}

	UnitNetworkEntity(long unitId, String network, byte[] seal) {
		this.unitId = unitId;
		this.network = network;
		this.seal = seal;
	}

	long unitId() {
		return this.unitId;
	}

	/** As it is written: {@code 10.1.0.0/16}. */
	String network() {
		return this.network;
	}

	/** See {@link NetworkSeals}. */
	byte @Nullable [] seal() {
		return this.seal;
	}

}
