// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/command/answer.h"

#include <QCoroTask>

#include <QChar>
#include <QList>
#include <QString>
#include <QStringList>

#include <limits>

namespace crema::command {

class Session;

/// A flag that a verb takes. One declaration serves the parser, --help, completion and the manual page.
struct Flag {
    enum class Kind { Switch, Text, Number, Choice, File };

    QString name; ///< without dashes, lower case words joined by dashes
    Kind kind = Kind::Switch;
    QString value;       ///< what stands for the value in help: "MINOR"; empty for a switch
    QString help;        ///< one translated line, at most 48 characters
    QChar letter;        ///< the short form, or null
    QStringList choices; ///< Kind::Choice only
    std::int64_t minimum = std::numeric_limits<std::int64_t>::min(); ///< Kind::Number only
    std::int64_t maximum = std::numeric_limits<std::int64_t>::max(); ///< Kind::Number only
    bool repeated = false;
    bool required = false;
};

/// A word that stands in its place behind the verb.
struct Argument {
    QString name; ///< upper case, as in help: "CODE"
    QString help; ///< one translated line
    bool optional = false;
    bool repeated = false; ///< the last argument only
    bool file = false;     ///< completion offers files
    QStringList choices;   ///< when only these words are taken
};

struct Example {
    QString command; ///< a whole line that can be copied
    QString says;    ///< one translated line: what it does; may be empty
};

/// What a verb gives out: data in every form (--json, --plain …), or text that has one form only.
enum class Output { Data, Text };

using Handler = QCoro::Task<Result<Answer>> (*)(Session &session);

struct Verb {
    QString name;            ///< empty for the only verb of a noun that stands alone ("doctor")
    QString summary;         ///< one translated line, at most 56 characters
    QList<Example> examples; ///< at least one
    QList<Argument> arguments;
    QList<Flag> flags;  ///< the verb's own
    QStringList common; ///< names of the shared flags (shared_flags.h) that this verb obeys
    QString notes;      ///< translated paragraphs for help; may be empty
    Output output = Output::Data;
    Handler handler = nullptr;
};

struct Noun {
    QString name;
    QString summary; ///< one translated line, at most 56 characters
    QList<Verb> verbs;

    [[nodiscard]] const Verb *verb(QStringView verbName) const;
    [[nodiscard]] bool standsAlone() const { return verbs.size() == 1 && verbs.first().name.isEmpty(); }
};

struct Grammar {
    QList<Noun> nouns;

    [[nodiscard]] const Noun *noun(QStringView nounName) const;
};

/// "product list", or "doctor".
[[nodiscard]] QString fullName(const Noun &noun, const Verb &verb);

/// "CODE…", "[FILE]": how an argument is written in a usage line.
[[nodiscard]] QString usageOf(const Argument &argument);

/// "--limit N", "-n, --dry-run": how a flag is written in help.
[[nodiscard]] QString usageOf(const Flag &flag);

/// The whole command line of `crema`.
[[nodiscard]] Grammar cremaGrammar();

} // namespace crema::command
