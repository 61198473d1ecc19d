package org.pingyi.base.account;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.audit.AlterationSource;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * For which roles a second factor is required: for administrators, unless the security
 * administrator says otherwise. Everybody may have one. Each rule is sealed; of a role
 * whose rule was altered or deleted in the database it is required.
 */
@Service
public class FactorRules implements AlterationSource, SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(FactorRules.class);

	private static final String FIRST = "account.rulesSealed";

	private final FactorRuleRepository repository;

	private final Pseudonyms pseudonyms;

	private final Audit audit;

	private final TransactionOperations transaction;

	private final boolean enforced;

	/**
	 * @param enforced a run from the source tree, whose accounts everybody knows,
	 * enforces nothing
	 */
	FactorRules(FactorRuleRepository repository, Pseudonyms pseudonyms, Audit audit, TransactionOperations transaction,
			@Value("${pingyi.account.second-factor-enforced:true}") boolean enforced) {
		this.repository = repository;
		this.pseudonyms = pseudonyms;
		this.audit = audit;
		this.transaction = transaction;
		this.enforced = enforced;
	}

	/** Every role, and whether it requires a second factor. */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional(readOnly = true)
	public Map<Role, Boolean> all() {
		Map<Role, Boolean> rules = new EnumMap<>(Role.class);
		read().forEach((role, rule) -> rules.put(role, rule.required()));
		return rules;
	}

	/** Whether the rules have an effect here. */
	public boolean isEnforced() {
		return this.enforced;
	}

	/** Requires a second factor of a role from the next sign-in on, or no longer does. */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional
	public void require(Role role, boolean required) {
		this.repository.save(sealed(new FactorRuleEntity(role, required)));
		this.audit.record(required ? "account.factorRequired" : "account.factorOptional", subject(role), "");
	}

	/** Whether whoever holds these roles needs a second factor. */
	@Transactional
	boolean requiredOf(Set<Role> roles) {
		Map<Role, Rule> rules = read();
		List<Role> altered = roles.stream().filter((role) -> rule(rules, role).altered()).toList();
		altered.forEach(this::tell);
		return this.enforced && roles.stream().anyMatch((role) -> rule(rules, role).required());
	}

	private void tell(Role role) {
		logger.error("The rule of role {} was altered in the database; a second factor is required", role);
		this.audit.record("account.ruleAltered", subject(role), "");
	}

	@Override
	@Transactional(readOnly = true)
	public List<String> altered() {
		Map<Role, Rule> rules = read();
		return Stream.of(Role.values())
			.filter((role) -> rule(rules, role).altered())
			.map(FactorRules::subject)
			.toList();
	}

	/** What goes for a role, and whether that is because its row was altered. */
	private record Rule(boolean required, boolean altered) {
	}

	private static Rule rule(Map<Role, Rule> rules, Role role) {
		return Optional.ofNullable(rules.get(role)).orElseThrow();
	}

	private Map<Role, Rule> read() {
		Map<Role, FactorRuleEntity> stored = stored();
		Set<String> known = stored.keySet().containsAll(List.of(Role.values())) ? Set.of() : everSealed();
		Map<Role, Rule> rules = new EnumMap<>(Role.class);
		for (Role role : Role.values()) {
			rules.put(role,
					Optional.ofNullable(stored.get(role)).map(this::rule).orElseGet(() -> missing(role, known)));
		}
		return rules;
	}

	private Rule rule(FactorRuleEntity stored) {
		byte[] seal = stored.seal();
		boolean holds = seal != null && MessageDigest.isEqual(seal, this.pseudonyms.mac(stored.sealed()));
		return new Rule(!holds || stored.required(), !holds);
	}

	/** The trail tells a rule that was deleted from one that there never was. */
	private static Rule missing(Role role, Set<String> known) {
		return known.contains(role.name()) ? new Rule(true, true) : new Rule(usually(role), false);
	}

	private static boolean usually(Role role) {
		return Rights.ADMINISTRATORS.contains(role);
	}

	private Map<Role, FactorRuleEntity> stored() {
		return this.repository.findAll()
			.stream()
			.collect(Collectors.toMap(FactorRuleEntity::role, Function.identity()));
	}

	private Set<String> everSealed() {
		return this.audit.details(FIRST)
			.stream()
			.flatMap((roles) -> Arrays.stream(roles.split(" ")))
			.collect(Collectors.toSet());
	}

	private FactorRuleEntity sealed(FactorRuleEntity rule) {
		return rule.seal(this.pseudonyms.mac(rule.sealed()));
	}

	private static String subject(Role role) {
		return "role:" + role;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> sealOnce());
	}

	/** Each role's rule once, which the trail keeps; from then on every role has one. */
	void sealOnce() {
		this.repository.lock();
		Set<String> known = everSealed();
		List<Role> fresh = Stream.of(Role.values()).filter((role) -> !known.contains(role.name())).toList();
		if (!fresh.isEmpty()) {
			Map<Role, FactorRuleEntity> stored = stored();
			fresh.forEach((role) -> this.repository
				.save(sealed(stored.getOrDefault(role, new FactorRuleEntity(role, usually(role))))));
			this.repository.flush();
			this.audit.record(FIRST, "rules", fresh.stream().map(Role::name).collect(Collectors.joining(" ")));
		}
	}

}
