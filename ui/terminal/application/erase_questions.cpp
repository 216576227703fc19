// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/application/erase_questions.h"

#include "ui/terminal/application/navigator.h"

#include <QCoreApplication>

namespace crema::terminal {
namespace {

struct EraseTexts {
    Q_DECLARE_TR_FUNCTIONS(crema::terminal::EraseQuestions)
};

/// Where the screens stand.
struct Stage {
    Navigator &navigator;
    Clock &clock;
    MenuEnter enter;
};

void openAnswers(const Stage &stage, const QString &title, const QList<TextLine> &lines, QList<MenuChoice> choices,
                 const QString &help)
{
    auto screen = std::make_unique<MenuScreen>(stage.navigator, stage.clock, stage.enter, title, std::move(choices));
    screen->setText(lines);
    screen->setHelpText(help);
    stage.navigator.open(std::move(screen));
}

void askIfSure(const Stage &stage, const EraseQuestions &asked, EraseReason reason)
{
    stage.navigator.closeTop();
    const auto question = asked.question();
    if (!question)
        return;
    const auto keep = [stage] { stage.navigator.closeTop(); };
    const auto erase = [stage, asked, reason] {
        stage.navigator.closeTop();
        if (asked.question())
            asked.erase(reason);
    };
    // What matters most stands first: a small screen has no room for all of it.
    openAnswers(stage, asked.title,
                {{.left = question->title, .style = Style::strong(), .maximumRows = 3},
                 {.left = question->staysText, .maximumRows = 4},
                 {.left = question->goesText, .maximumRows = 8}},
                {{{u'1', asked.keepText}, keep}, {{u'2', EraseTexts::tr("Erase for good")}, erase}}, asked.sureHelp);
}

} // namespace

void openEraseQuestions(Navigator &navigator, Clock &clock, MenuEnter enter, const EraseQuestions &asked)
{
    const auto question = asked.question();
    if (!question)
        return;
    const Stage stage{navigator, clock, enter};
    QList<MenuChoice> choices;
    QChar digit = u'1';
    for (const EraseChoice &choice : question->reasons) {
        choices.append(
            {{digit, choice.text}, [stage, asked, reason = choice.reason] { askIfSure(stage, asked, reason); }});
        digit = QChar(digit.unicode() + 1);
    }
    openAnswers(stage, asked.title,
                {{.left = question->title, .style = Style::strong(), .maximumRows = 3},
                 {.left = EraseTexts::tr("Why?"), .style = Style::strong()}},
                std::move(choices), asked.whyHelp);
}

} // namespace crema::terminal
