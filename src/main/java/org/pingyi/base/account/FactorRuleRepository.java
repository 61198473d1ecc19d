package org.pingyi.base.account;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Which roles require a second factor; from the first start on there is one for each. */
interface FactorRuleRepository extends JpaRepository<FactorRuleEntity, Role> {

	/** Makes nodes that start together wait for one another. */
	@Modifying
	@Query(nativeQuery = true, value = "lock table account_factor_rule in share row exclusive mode")
	void lock();

}
