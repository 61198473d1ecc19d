package violation;

import org.springframework.data.repository.Repository;

public interface AwardRepository extends Repository<AwardEntity, Long> {

}
