package org.pingyi.base.account;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.pingyi.base.audit.Audit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For which roles a second factor is required: for administrators, unless the security
 * administrator says otherwise. Everybody may have one.
 */
@Service
public class FactorRules {

	private final FactorRuleRepository repository;

	private final Audit audit;

	private final boolean enforced;

	/**
	 * @param enforced a run from the source tree, whose accounts everybody knows,
	 * enforces nothing
	 */
	FactorRules(FactorRuleRepository repository, Audit audit,
			@Value("${pingyi.account.second-factor-enforced:true}") boolean enforced) {
		this.repository = repository;
		this.audit = audit;
		this.enforced = enforced;
	}

	/** Every role, and whether it requires a second factor. */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional(readOnly = true)
	public Map<Role, Boolean> all() {
		return rules();
	}

	/** Whether the rules have an effect here. */
	public boolean isEnforced() {
		return this.enforced;
	}

	/** Requires a second factor of a role from the next sign-in on, or no longer does. */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional
	public void require(Role role, boolean required) {
		this.repository.save(new FactorRuleEntity(role, required));
		this.audit.record(required ? "account.factorRequired" : "account.factorOptional", "role:" + role, "");
	}

	/** Whether whoever holds these roles needs a second factor. */
	@Transactional(readOnly = true)
	boolean requiredOf(Set<Role> roles) {
		Map<Role, Boolean> rules = rules();
		return this.enforced && roles.stream().anyMatch((role) -> Boolean.TRUE.equals(rules.get(role)));
	}

	private Map<Role, Boolean> rules() {
		Map<Role, Boolean> rules = new EnumMap<>(Role.class);
		for (Role role : Role.values()) {
			rules.put(role, Rights.ADMINISTRATORS.contains(role));
		}
		this.repository.findAll().forEach((rule) -> rules.put(rule.role(), rule.required()));
		return rules;
	}

}
