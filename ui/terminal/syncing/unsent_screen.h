// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/syncing/unsent_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// What is unsent goes into a file, or comes out of one: file, passphrase and, for a new file, the passphrase again,
/// one at a time.
class UnsentScreen final : public ListScreen
{
    Q_OBJECT

public:
    UnsentScreen(Navigator &navigator, Clock &clock, MenuEnter enter, UnsentPresenter &unsent);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    bool key(const KeyEvent &event) override;
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;

private:
    enum class Work { Export, Import };
    enum class Step { Choice, File, Passphrase, Again };

    void openRow(qsizetype row) override;
    void begin(Work work);
    void follow();
    void goTo(Step step);
    void takeFile(const QString &text);
    void takePassphrase(const QString &text);
    void takeAgain(const QString &text);
    [[nodiscard]] QString promptLabel() const;

    UnsentPresenter &m_unsent;
    Work m_work = Work::Export;
    Step m_step = Step::Choice;
    QString m_file;
    QString m_passphrase;
    std::int64_t m_toldMessage = 0;
};

} // namespace crema::terminal
