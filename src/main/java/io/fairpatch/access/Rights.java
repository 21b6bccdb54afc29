package io.fairpatch.access;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.util.Arrays;
import java.util.List;

/** Who may do what: the one table of roles and actions. What it does not name is denied. */
public final class Rights {
    private Rights() {}

    /** Whether the role alone gives the right. */
    public static boolean allows(Role role, Action action) {
        return switch (role) {
            case ADMIN -> admin(action);
            case OPS -> ops(action);
            case APPROVER -> approver(action);
            case MANAGER -> manager(action);
            case REP -> action == Action.VIEW_OWN_TERRITORY;
            case VIEWER -> action == Action.VIEW_PROPOSALS;
        };
    }

    /** Whether any of the person's roles gives the right. */
    public static boolean allows(Person person, Action action) {
        return person.roles().stream().anyMatch(role -> allows(role, action));
    }

    /** Refuses with ACCESS_RIGHTS unless the person has the right. */
    public static void require(Person person, Action action) {
        if (!allows(person, action)) {
            throw Problem.of(ErrorCode.ACCESS_RIGHTS, person.displayName() + " may not " + action.words())
                    .at("person " + person.name() + ", roles " + person.roles())
                    .maybe("ask an admin for one of the roles " + rolesThatMay(action))
                    .exception();
        }
    }

    private static List<Role> rolesThatMay(Action action) {
        return Arrays.stream(Role.values()).filter(role -> allows(role, action)).toList();
    }

    private static boolean admin(Action action) {
        return switch (action) {
            case VIEW_PROPOSALS,
                    EXPORT,
                    SYNC,
                    PLAN,
                    PROPOSE,
                    EDIT,
                    COMMENT,
                    COMMIT,
                    INSTALL,
                    MANAGE_PEOPLE,
                    VIEW_AUDIT -> true;
            case DECIDE_ANY, DECIDE_TEAM, APPROVE, VIEW_OWN_TERRITORY -> false;
        };
    }

    private static boolean ops(Action action) {
        return switch (action) {
            case VIEW_PROPOSALS, EXPORT, SYNC, PLAN, PROPOSE, EDIT, COMMENT, DECIDE_ANY, APPROVE, COMMIT, VIEW_AUDIT ->
                true;
            case DECIDE_TEAM, INSTALL, MANAGE_PEOPLE, VIEW_OWN_TERRITORY -> false;
        };
    }

    private static boolean approver(Action action) {
        return switch (action) {
            case VIEW_PROPOSALS, EXPORT, EDIT, COMMENT, DECIDE_ANY, APPROVE, VIEW_AUDIT -> true;
            case SYNC, PLAN, PROPOSE, DECIDE_TEAM, COMMIT, INSTALL, MANAGE_PEOPLE, VIEW_OWN_TERRITORY -> false;
        };
    }

    private static boolean manager(Action action) {
        return switch (action) {
            case VIEW_PROPOSALS, COMMENT, DECIDE_TEAM, VIEW_OWN_TERRITORY -> true;
            case EXPORT, SYNC, PLAN, PROPOSE, EDIT, DECIDE_ANY, APPROVE, COMMIT, INSTALL, MANAGE_PEOPLE, VIEW_AUDIT ->
                false;
        };
    }
}
