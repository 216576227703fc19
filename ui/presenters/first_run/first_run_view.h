// SPDX-License-Identifier: GPL-3.0-or-later
// What the first start draws: finished, translated texts.
#pragma once

#include "models/base/problem.h"

#include <QHash>
#include <QList>
#include <QString>

namespace crema {

/// Which of its faces the first start shows.
enum class FirstRunStep {
    Choices, ///< how to begin
    Connect, ///< address and code
    NewShop, ///< what the new shop is called
    Restore, ///< which file
    Working, ///< something that takes a while; it can be left
    Stuck,   ///< it did not work; says why and what next
};

/// The ways to begin, in the order they are offered.
enum class FirstRunOption { Sample, NewShop, Connect, Restore };

struct FirstRunCard {
    FirstRunOption option = FirstRunOption::Sample;
    QString iconName;
    QString title;
    QString shortTitle; ///< at most 17 columns of a small terminal
    QString text;
    QString badge; ///< empty: none
};

/// One step of what is being done.
struct FirstRunTask {
    enum class State { Waiting, Running, Done };
    QString text;
    State state = State::Waiting;
};

/// A country that a shop can be set up in, with what it proposes.
struct CountryChoice {
    QString code;
    QString name; ///< in its own language
    QString currency;
    QString standardRate; ///< percent
    QString reducedRate;
};

} // namespace crema
