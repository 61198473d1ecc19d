package org.pingyi.base.secret;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The cipher suite of the city as it is stored; there is one. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "secret_suite")
class ChosenSuite {

	@Id
	@Column(name = "only_one")
	private boolean onlyOne = true;

	private String suite = "";

	protected ChosenSuite() {
	}

}
