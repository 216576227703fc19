// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/scanner/serial_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/scanner/serial_scanner.h"
#include "ui/presenters/till/till_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

SerialCard::SerialCard(const Theme &theme, SerialScanner &serial, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_serial(serial),
      m_state(makeText(theme, QStringLiteral("serialState"), 14, QFont::Medium)),
      m_hint(makeText(theme, QStringLiteral("serialHint"), 14, QFont::Normal, "muted")), m_path(new QLineEdit),
      m_ports(new ChoiceBox(theme)),
      m_portsField(new FormField(theme, QStringLiteral("serialPorts"), tr("Ports that are there"), m_ports)),
      m_baud(new ChoiceBox(theme)), m_frame(new ChoiceBox(theme)), m_ending(new ChoiceBox(theme)),
      m_prefix(new QLineEdit), m_suffix(new QLineEdit), m_gap(new QLineEdit),
      m_save(new TouchButton(theme, QStringLiteral("serialSave"))),
      m_none(new TouchButton(theme, QStringLiteral("serialNone"))), m_message(new MessageStrip(theme))
{
    setObjectName(QStringLiteral("serialCard"));
    setProperty("role", QStringLiteral("card"));
    m_path->setPlaceholderText(tr("such as %1").arg(QStringLiteral("/dev/ttyACM0")));
    for (const int baud : serialBauds())
        m_baud->addItem(QString::number(baud), baud);
    for (const QString &frame : serialFrames())
        m_frame->addItem(frame, frame);
    m_ending->addItem(tr("Carriage return (CR)"), serialEndingText(SerialEnding::CarriageReturn));
    m_ending->addItem(tr("Line feed (LF)"), serialEndingText(SerialEnding::LineFeed));
    m_ending->addItem(tr("Both (CR LF)"), serialEndingText(SerialEnding::Both));
    m_ending->addItem(tr("Nothing: the pause ends it"), serialEndingText(SerialEnding::Nothing));
    build();
    connect(m_save, &QPushButton::clicked, this, &SerialCard::save);
    connect(m_none, &QPushButton::clicked, this, [this] {
        SerialSetup setup = m_serial.setup();
        setup.path.clear();
        submit(setup);
    });
    connect(m_ports, &QComboBox::activated, this,
            [this](int row) { m_path->setText(m_ports->itemData(row).toString()); });
    connect(m_path, &QLineEdit::returnPressed, this, &SerialCard::save);
    connect(m_message, &MessageStrip::dismissed, m_message, &QWidget::hide);
    connect(&serial, &SerialScanner::changed, this, &SerialCard::showState);
    showSetup();
}

void SerialCard::build()
{
    QLabel *title = makeText(m_theme, QStringLiteral("serialCard.title"), 16, QFont::DemiBold);
    title->setText(tr("Serial scanner"));
    QLabel *about = makeText(m_theme, QStringLiteral("serialAbout"), 14, QFont::Normal, "muted");
    about->setText(tr(
        "A scanner at a serial port, or at USB as one, needs no keyboard: its codes are scans wherever the focus is. "
        "Choose its port or type it, and scan something to try it; what came is shown above."));
    for (QLabel *label : {about, m_state, m_hint}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(8);
    for (QWidget *part : {title, about, m_state, m_hint})
        column->addWidget(part);
    // Below each other: with large text the labels need the whole width.
    column->addWidget(m_portsField);
    column->addWidget(new FormField(m_theme, QStringLiteral("serialPath"), tr("Port"), m_path));
    column->addWidget(new FormField(m_theme, QStringLiteral("serialBaud"), tr("Baud"), m_baud));
    column->addWidget(
        new FormField(m_theme, QStringLiteral("serialFrame"), tr("Data bits, parity, stop bits"), m_frame));
    column->addWidget(new FormField(m_theme, QStringLiteral("serialEnding"), tr("Ends each code"), m_ending));
    column->addWidget(new FormField(m_theme, QStringLiteral("serialPrefix"), tr("Before each code"), m_prefix));
    column->addWidget(new FormField(m_theme, QStringLiteral("serialSuffix"), tr("Behind each code"), m_suffix));
    column->addWidget(new FormField(m_theme, QStringLiteral("serialGap"), tr("Longest pause in ms"), m_gap));
    m_save->setText(tr("Use this scanner"));
    m_none->setText(tr("No serial scanner"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (TouchButton *button : {m_save, m_none}) {
        button->setTextSize(14, QFont::Medium);
        button->setMinimumHeight(m_theme.scaled(40));
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    m_message->hide();
    column->addWidget(m_message);
}

void SerialCard::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    listPorts();
}

void SerialCard::listPorts()
{
    m_ports->clear();
    for (const SerialDevice &device : m_serial.devices()) {
        const QString text =
            device.name.isEmpty() ? device.path : QStringLiteral("%1 (%2)").arg(device.name, device.path);
        m_ports->addItem(text, device.path);
    }
    m_portsField->setVisible(m_ports->count() > 0);
    m_ports->setCurrentIndex(m_ports->findData(m_serial.setup().path));
}

void SerialCard::save()
{
    SerialSetup setup = m_serial.setup();
    setup.path = m_path->text().trimmed();
    setup.baud = m_baud->currentData().toInt();
    setup.frame = m_frame->currentData().toString();
    setup.ending = serialEndingOf(m_ending->currentData().toString()).value_or(setup.ending);
    setup.prefix = m_prefix->text();
    setup.suffix = m_suffix->text();
    setup.gapMs = m_gap->text().trimmed().toLongLong();
    submit(setup);
}

void SerialCard::submit(const SerialSetup &setup)
{
    const Result<void> set = m_serial.set(setup);
    m_message->setVisible(!set);
    if (!set) {
        m_message->showMessage(Tone::Error, set.error().message, set.error().hint);
        return;
    }
    showSetup();
}

void SerialCard::showSetup()
{
    const SerialSetup &setup = m_serial.setup();
    m_path->setText(setup.path);
    m_baud->setCurrentIndex(m_baud->findData(setup.baud));
    m_frame->setCurrentIndex(m_frame->findData(setup.frame));
    m_ending->setCurrentIndex(m_ending->findData(serialEndingText(setup.ending)));
    m_prefix->setText(setup.prefix);
    m_suffix->setText(setup.suffix);
    m_gap->setText(QString::number(setup.gapMs));
    showState();
}

void SerialCard::showState()
{
    m_state->setText(m_serial.stateText());
    restyle(*m_state, "tone",
            m_serial.problem()  ? QStringLiteral("error")
            : m_serial.isOpen() ? QStringLiteral("ok")
                                : QString());
    m_hint->setText(m_serial.stateHint());
    m_hint->setVisible(!m_serial.stateHint().isEmpty());
    m_none->setEnabled(m_serial.setup().isSet());
}

} // namespace crema::desktop
