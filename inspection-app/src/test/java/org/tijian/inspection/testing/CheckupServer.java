package org.tijian.inspection.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.tijian.inspection.InspectionApplication;
import org.tijian.inspection.key.CheapKeys;

/** The whole app with its real security on fresh databases; only the clock is the test's. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = InspectionApplication.class,
    properties = {"tijian.empty=true", "tijian.gateway.enabled=false"})
@ContextConfiguration(initializers = FreshDatabases.class)
@Import({TestClock.class, CheckupWorld.class, CheapKeys.class})
public @interface CheckupServer {}
