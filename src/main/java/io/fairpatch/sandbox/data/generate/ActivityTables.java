package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks and events, the latest of an account on the day it was last touched. */
final class ActivityTables {
    private static final List<String> TASKS = List.of("Call", "Email", "Send Quote", "Follow up, \"as agreed\"");
    private static final List<String> EVENTS = List.of("Meeting", "Demo", "Site visit", "Business review");

    private ActivityTables() {}

    static List<OrgTable> of(World world) {
        return List.of(tasks(world), events(world));
    }

    private static OrgTable tasks(World world) {
        return common("Task")
                .add("Status", activity -> "Completed")
                .add("Priority", activity -> "Normal")
                .add("IsClosed", activity -> true)
                .table(() -> activities(world).filter(activity -> !activity.meeting));
    }

    private static OrgTable events(World world) {
        return common("Event")
                .add("StartDateTime", activity -> activity.day + "T15:00:00.000Z")
                .add("EndDateTime", activity -> activity.day + "T16:00:00.000Z")
                .add("DurationInMinutes", activity -> 60)
                .table(() -> activities(world).filter(Activity::meeting));
    }

    private static Columns<Activity> common(String object) {
        return new Columns<Activity>(object)
                .add("Id", activity -> activity.id)
                .add("WhatId", activity -> activity.account.id())
                .add("AccountId", activity -> activity.account.id())
                .add("OwnerId", activity -> activity.ownerId())
                .add("Subject", Activity::subject)
                .add("ActivityDate", Activity::day);
    }

    private static Stream<Activity> activities(World world) {
        return world.accounts().flatMap(account -> {
            LocalDate last = account.lastTouch();
            if (last == null) {
                return Stream.empty();
            }
            Dice dice = Dice.of(world.config().seed(), "activities", account.number());
            return IntStream.range(0, dice.between(1, 4))
                    .mapToObj(number -> Activity.draw(dice, account, last, number));
        });
    }

    private record Activity(String id, Draft account, boolean meeting, String subject, LocalDate day) {
        static Activity draw(Dice dice, Draft account, LocalDate last, int number) {
            boolean meeting = dice.chance(0.3);
            return new Activity(
                    "ACT-%07d-%d".formatted(account.number() + 1, number + 1),
                    account,
                    meeting,
                    dice.pick(meeting ? EVENTS : TASKS),
                    number == 0 ? last : last.minusDays(dice.between(1, 400)));
        }

        @Nullable
        String ownerId() {
            return account.owner() == null ? null : account.owner().id();
        }
    }
}
