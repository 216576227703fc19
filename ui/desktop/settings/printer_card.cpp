// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/settings/printer_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/till/print_strip.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/printing/print_presenter.h"
#include "ui/presenters/printing/printer_presenter.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

PrinterCard::PrinterCard(const Theme &theme, PrinterPresenter &presenter, PrintPresenter &printing, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_address(new QLineEdit), m_profile(new ChoiceBox(theme)),
      m_columns(new QLineEdit),
      m_addressField(new FormField(theme, QStringLiteral("printerAddress"), tr("Address"), m_address)),
      m_profileField(new FormField(theme, QStringLiteral("printerProfile"), tr("Kind"), m_profile)),
      m_columnsField(new FormField(theme, QStringLiteral("printerColumns"), tr("Characters in a line"), m_columns)),
      m_save(new TouchButton(theme, QStringLiteral("printerSave"))),
      m_test(new TouchButton(theme, QStringLiteral("printerTest"))), m_message(new MessageStrip(theme))
{
    setObjectName(QStringLiteral("printerCard"));
    setProperty("role", QStringLiteral("card"));
    const QStringList ids = printerProfileIds();
    const QStringList names = printerProfileNames();
    for (qsizetype i = 0; i < ids.size(); ++i)
        m_profile->addItem(names.at(i), ids.at(i));
    build(printing);
    connect(m_save, &QPushButton::clicked, this, &PrinterCard::save);
    connect(m_address, &QLineEdit::returnPressed, this, &PrinterCard::save);
    connect(m_test, &QPushButton::clicked, &presenter, &PrinterPresenter::printTestPage);
    connect(m_message, &MessageStrip::dismissed, m_message, &QWidget::hide);
    connect(&presenter, &PrinterPresenter::changed, this, &PrinterCard::showAnswer);
    connect(&presenter, &PrinterPresenter::printerChanged, this, &PrinterCard::showPrinter);
    showPrinter();
}

void PrinterCard::build(PrintPresenter &printing)
{
    QLabel *title = makeText(m_theme, QStringLiteral("printerCard.title"), 16, QFont::DemiBold);
    title->setText(tr("Receipt printer"));
    QLabel *about = makeText(m_theme, QStringLiteral("printerAbout"), 14, QFont::Normal, "muted");
    about->setText(
        tr("Each receipt is printed on this printer. The address is a host in the network, a device file such "
           "as /dev/usb/lp0, or cups:NAME for a print queue. Without an address nothing is printed."));
    about->setWordWrap(true);
    m_columns->setPlaceholderText(tr("as its kind has"));
    // Below each other: with large text the labels need the whole width.
    auto *fields = new QVBoxLayout;
    fields->setSpacing(8);
    for (FormField *field : {m_addressField, m_profileField, m_columnsField})
        fields->addWidget(field);
    m_save->setText(tr("Save"));
    m_test->setText(tr("Print a test page"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (TouchButton *button : {m_save, m_test}) {
        button->setTextSize(14, QFont::Medium);
        button->setMinimumHeight(m_theme.scaled(40));
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(about);
    column->addLayout(fields);
    column->addLayout(buttons);
    column->addWidget(m_message);
    column->addWidget(new PrintStrip(m_theme, printing, PrintStrip::WhenQuiet::Hidden));
}

void PrinterCard::save()
{
    m_presenter.submit(m_address->text(), m_profile->currentData().toString(), m_columns->text().trimmed());
}

void PrinterCard::showPrinter()
{
    m_address->setText(m_presenter.address());
    m_profile->setCurrentIndex(std::max(0, m_profile->findData(m_presenter.profile())));
    m_columns->setText(m_presenter.columns());
    m_test->setEnabled(!m_presenter.address().isEmpty());
}

void PrinterCard::showAnswer()
{
    const Tone tone = m_presenter.isFailure() ? Tone::Error : m_presenter.isTesting() ? Tone::Neutral : Tone::Ok;
    m_message->showMessage(tone, m_presenter.message(), m_presenter.messageHint());
    m_message->show();
    m_test->setEnabled(!m_presenter.isTesting() && !m_presenter.address().isEmpty());
}

} // namespace crema::desktop
