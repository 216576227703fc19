// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/printing/print_desk.h"
#include "ui/presenters/printing/printer_setup.h"

#include <QObject>
#include <QPointer>

#include <stop_token>

namespace crema {

/// The printer of this computer: what is set, setting it, and a page to try it with. Everything given outlives it.
class PrinterPresenter final : public QObject
{
    Q_OBJECT

public:
    PrinterPresenter(Preferences &preferences, const PrintParts &parts, QObject *parent = nullptr);
    ~PrinterPresenter() override;

    /// As typed; all empty without a printer.
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString profile() const;
    [[nodiscard]] QString columns() const;
    [[nodiscard]] std::optional<PrinterSetup> setup() const { return PrinterSetup::of(m_preferences); }

    /// Keeps what was typed; without an address no printer is set. Errors: those of PrinterSetup::fromTexts().
    [[nodiscard]] Result<void> set(const QString &address, const QString &profile, const QString &columns);
    /// Another program may have set it: takes over what is kept now.
    void lookAgain();
    /// Sends a test page. Errors: `printer.none`, those of sync::Printer.
    [[nodiscard]] QCoro::Task<Result<void>> test();

    /// The same for a screen, which hears of it by changed(): keeps what was typed, or says why not.
    void submit(const QString &address, const QString &profile, const QString &columns);
    void printTestPage();
    [[nodiscard]] bool isTesting() const { return m_isTesting; }
    /// What to say of it last; empty at first.
    [[nodiscard]] const QString &message() const { return m_message; }
    [[nodiscard]] const QString &messageHint() const { return m_messageHint; }
    [[nodiscard]] bool isFailure() const { return m_isFailure; }

Q_SIGNALS:
    void changed();
    /// Another printer is set now, or none.
    void printerChanged();

private:
    using Self = QPointer<PrinterPresenter>;

    static QCoro::Task<> runTest(Self self, std::stop_token stop);
    void say(const Result<void> &answer, const QString &done);

    [[nodiscard]] QStringList kept() const { return {address(), profile(), columns()}; }

    Preferences &m_preferences;
    PrintParts m_parts;
    QStringList m_known; ///< as it was kept when it was last looked at
    QString m_message;
    QString m_messageHint;
    bool m_isFailure = false;
    bool m_isTesting = false;
    std::stop_source m_stop;
};

} // namespace crema
