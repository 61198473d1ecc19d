package org.pingyi.base.account;

import org.springframework.data.jpa.repository.JpaRepository;

/** Which roles require a second factor, where somebody said so. */
interface FactorRuleRepository extends JpaRepository<FactorRuleEntity, Role> {

}
