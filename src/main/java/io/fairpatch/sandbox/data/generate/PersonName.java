package io.fairpatch.sandbox.data.generate;

import java.util.List;

/** A made-up person. */
record PersonName(String first, String last) {
    private static final List<String> FIRST =
            List.of(("Ada Alma Amir Anders Anita Arjun Bea Ben Bianca Bruno Carla Caleb"
                            + " Chidi Clara Dana Daniel Devi Diego Elena Eli Emeka Esther Farah Felix Fiona Gabe Grace Hana"
                            + " Hugo Imani Ines Isaac Jada James Joana Jonas Kofi Kira Lars Leila Liam Lucia Malik Maren Marta"
                            + " Miguel Mina Nadia Nils Noor Olga Omar Paula Pedro Priya Quentin Rania Ravi Rosa Ruth Samir"
                            + " Sanne Sofia Stella Tamar Theo Tomas Uma Vera Victor Wanda Wei Ximena Yara Yusuf Zoe José"
                            + " Renée Zoë Søren")
                    .split(" "));
    private static final List<String> LAST = List.of(("Abara Adler Alvarez Amato Banerjee Barros Becker Bell Boateng"
                    + " Brandt Calder Castillo Chen Cho Costa Dahl Dale Delgado Dias Dubois Eaton Eriksen Farrell"
                    + " Fischer Flores Fontaine Garner Ghosh Grant Haddad Hale Hartley Hayes Ibarra Ito Jansen Joshi"
                    + " Kane Keller Khan Kowalski Laine Larsen Leclerc Lindqvist Lopez Marsh Mehta Mendes Mercer"
                    + " Moreau Nakamura Ndiaye Novak Oduya Okafor Olsen Ortiz Park Patel Petrov Quinn Ramos Reyes"
                    + " Rossi Sandoval Santos Sato Schmitt Shah Silva Soto Stone Tanaka Torres Ueda Vance Vega"
                    + " Walsh Weber Whitfield Xu Yates Young Zhang Zimmer O'Brien D'Angelo Núñez Müller Brontë")
            .split(" "));

    static PersonName draw(Dice dice) {
        return new PersonName(dice.pick(FIRST), dice.pick(LAST));
    }

    static String lastName(Dice dice) {
        return dice.pick(LAST);
    }

    String full() {
        return first + ' ' + last;
    }

    /** The part of an address before the @. */
    String mailbox() {
        return Slug.of(first) + '.' + Slug.of(last);
    }
}
