package org.pingyi.base.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Whether a role requires a second factor, as it is stored. */
@Entity
@Table(name = "account_factor_rule")
class FactorRuleEntity {

	@Id
	@Enumerated(EnumType.STRING)
	private Role role = Role.OFFICE;

	private boolean required;

	private byte @Nullable [] seal;

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

	/** What {@link FactorRules} seals. */
	String[] sealed() {
		return new String[] { "account.rule.seal", this.role.name(), String.valueOf(this.required) };
	}

	byte @Nullable [] seal() {
		return this.seal;
	}

	FactorRuleEntity seal(byte[] seal) {
		this.seal = seal;
		return this;
	}

}
