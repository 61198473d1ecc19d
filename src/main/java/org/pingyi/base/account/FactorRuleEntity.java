package org.pingyi.base.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whether a role requires a second factor, as it is stored. */
@Entity
@Table(name = "account_factor_rule")
class FactorRuleEntity {

	@Id
	@Enumerated(EnumType.STRING)
	private Role role = Role.OFFICE;

	private boolean required;

	protected FactorRuleEntity() {
	}

	FactorRuleEntity(Role role, boolean required) {
		this.role = role;
		this.required = required;
	}

	Role role() {
		return this.role;
	}

	boolean required() {
		return this.required;
	}

}
